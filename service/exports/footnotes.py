"""Footnotes of a Word document, which python-docx 1.2 does not write itself.

A part of its own beside the document holds them (ECMA-376, 17.11); the text refers to each by
its number. The first two are the lines that Word draws above footnotes.
"""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>
</w:footnote></w:footnotes>"""
_TEXT, _REFERENCE = "footnote text", "footnote reference"


class Footnotes:
    """Collects footnotes while a document is written; `attach` puts them into its file."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root = parse_xml(_EMPTY)
        self._last = 0
        text = document.styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        text.base_style = document.styles["Normal"]
        text.font.size = Pt(10)
        reference = document.styles.add_style(_REFERENCE, WD_STYLE_TYPE.CHARACTER, builtin=True)
        reference.font.superscript = True
        self._text, self._reference = text.style_id, reference.style_id

    def refer(self, paragraph: Paragraph, note: str) -> None:
        """End a paragraph with a reference to a new footnote that says `note`."""
        self._last += 1
        paragraph._p.append(self._mark("w:footnoteReference", self._last))
        footnote = _element("w:footnote", id=str(self._last))
        body = _element("w:p")
        properties = _element("w:pPr")
        properties.append(_element("w:pStyle", val=self._text))
        body.append(properties)
        body.append(self._mark("w:footnoteRef"))
        said = _element("w:r")
        text = OxmlElement("w:t")
        text.text = f" {note}"
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        said.append(text)
        body.append(said)
        footnote.append(body)
        self._root.append(footnote)

    def attach(self) -> None:
        """Add the part with the footnotes to the document's package."""
        written = etree.tostring(
            self._root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, written, package)
        self._document.part.relate_to(part, _RELATIONSHIP)

    def _mark(self, name: str, number: int | None = None) -> etree._Element:
        run = _element("w:r")
        properties = _element("w:rPr")
        properties.append(_element("w:rStyle", val=self._reference))
        run.append(properties)
        run.append(_element(name, **({"id": str(number)} if number else {})))
        return run


def _element(name: str, **attributes: str) -> etree._Element:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element

"""What a figure measures, in the report's own words.

"93,4% TTHC được xử lý hoàn toàn trực tuyến" says it behind the figure, "tỷ lệ hồ sơ trực tuyến
đạt 72,4%" before it, "kinh tế số chiếm 8,3% GRDP" on both sides. Figures in a row share what
stands before the first ("ký số ở cấp tỉnh đạt 98,4%, cấp huyện 91,7%"), and a figure that
comments on another ("mục tiêu 80%", "tăng 4 bậc") measures what that one does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.places import find_provinces
from index.vietnamese import Span, tokens
from qa.catalogue.beside import SHORT, Beside
from qa.catalogue.quantities import quantities
from qa.texts.figures import Figure
from qa.texts.paragraph import Paragraph
from qa.texts.phrases import OF_A_WHOLE, PAUSE, SUBJECTS, cleaned, is_level, tidy

# The kind of a bare number in a table: its unit may stand anywhere, "(%)" or nowhere.
CELL = "cell"
_COUNTED = re.compile(r"(?:tổng )?(?:số|tổng)(?! hóa| hoá)\s", re.IGNORECASE)
_COMMENTS = ("target", "exceeded", "change", "previous")
_TIME = re.compile(r"(?:phút|giờ|ngày|giây)(?!\w)")
_FOR_MONEY = re.compile(r"\s(?:tiền\s)?(?:cho|để|vào|làm|nâng cấp|mua)\s", re.IGNORECASE)
_OBJECT = re.compile(r"(?<!\w)(?:cho|đến|tới|dữ liệu|qua mạng|trực tuyến)\s$", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"[;…]|[.!?](?=\s)")
_BEHIND_RANK = re.compile(
    r"\s(?:[^,;.()]{0,24}?\bvề\s)?(?=(?:chỉ số|DTI|PCI|PAR)\b)", re.IGNORECASE
)
_POINTS = re.compile(r"\s*điểm phần trăm", re.IGNORECASE)
_LEVEL_BEHIND = re.compile(r"\s(?:ở\s)?(cấp (?:tỉnh|huyện|xã))(?!\w)")
_LEVEL_INSIDE = re.compile(
    r"\s*(?:ở\s|của\s)?(?:khối\s)?(cấp (?:tỉnh|huyện|xã|sở))(?:, (?:huyện|xã|ngành))*\s*$"
)
_HEADING_HOLLOW = re.compile(
    r"(?:năm|kết quả|thực hiện|đạt|mục tiêu|kế hoạch|chỉ tiêu|giá trị|số liệu|tỷ lệ|đơn vị|tháng|quý|giao|được|so sánh"
    r"|kỳ|đầu|cuối|ước|\d+|%|[()/.,:-]|\s)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with the words that say what it measures; none where nothing tells.

    `kind` is the figure's, or count where "điểm" counts places, or `CELL`. `base` is what a share is taken
    of ("GRDP"), `level` the level of the administration it is limited to ("cấp xã"). `of` is
    the figure that this one comments on, itself otherwise.
    """

    figure: Figure
    kind: str
    words: str
    verb: str
    base: str
    level: str
    of: Figure
    end: int  # where its words behind the figure end


def measures(paragraph: Paragraph) -> list[Measure]:
    """What each quantity of a paragraph measures, in order."""
    listed = quantities(paragraph)
    found: list[Measure] = []
    for at, figure in enumerate(listed):
        if paragraph.cells or paragraph.header:
            found.append(_in_table(paragraph, figure, found))
        else:
            reading = _Reading(paragraph, listed, at, found)
            found.append(reading.commented() or reading.measure())
    return found


def _in_table(paragraph: Paragraph, figure: Figure, found: Sequence[Measure]) -> Measure:
    """Of a cell the heading tells; where that is only a period or "mục tiêu", the row's name,
    and where that is a place, the cell before."""
    if paragraph.cells:
        labels = [paragraph.text[slice(*span)] for span in paragraph.labels_of(figure.span[0])]
        heading, row = (labels[0], labels[-1]) if len(labels) > 1 else ("".join(labels), "")
    else:
        heading = paragraph.heading_of(figure.span[0])
        row = paragraph.text.split("|", 1)[0].strip()
    said = heading
    if _HEADING_HOLLOW.fullmatch(heading):
        said = row
        if find_provinces(row) and found and found[-1].kind == figure.kind:
            return replace(found[-1], figure=figure)
    bare = figure.kind == "count" and not _COUNTED.match(said)
    return Measure(figure, CELL if bare else figure.kind, said, "", "", "", figure, figure.whole[1])


@dataclass(frozen=True)
class _Reading(Beside):
    """One figure, and what was found for those before it."""

    found: Sequence[Measure]

    @property
    def last(self) -> Measure | None:
        """What was found for the figure before this one in its clause."""
        if not self.found or self.found[-1].figure.span[0] < self.clause[0]:
            return None
        return self.found[-1]

    @property
    def gap(self) -> str:
        last = self.found[-1].figure.whole[1] if self.found else 0
        return self.text[last : self.figure.whole[0]]

    @property
    def floor(self) -> int:
        return max(self.clause[0], self.last.end if self.last else 0)

    def commented(self) -> Measure | None:
        """The measure of the figure that this one comments on."""
        figure, last = self.figure, self.found[-1] if self.found else None
        if last is None or _NEW_SENTENCE.search(self.gap):
            return None
        steps = figure.unit == "bac" or _POINTS.match(self.text, figure.whole[1]) is not None
        if not steps and figure.nature not in _COMMENTS:
            return None
        own = self.left(last.figure.whole[1])
        bracketed = self.gap.rfind("(") > self.gap.rfind(")")
        if own and not (steps or bracketed):
            return None
        kind = (
            figure.kind if figure.kind == "score" else "rank" if figure.unit == "bac" else last.kind
        )
        return replace(last, figure=figure, kind=kind, end=figure.whole[1])

    def measure(self) -> Measure:
        kind = self.figure.kind
        right = self.right()
        if kind == "score" and right and self.figure.whole[1] == right[0] - 1:
            kind, right = "count", (self.figure.whole[1] - len("điểm"), right[1])
        if kind == "steps" and self.figure.unit == "bac":
            kind = "rank"
        if kind == "percent":
            return self.percent(right)
        if kind in ("rank", "score"):
            return self.rank(kind)
        return self.money() if kind == "money" else self.count(kind, right)

    def percent(self, right: Span | None) -> Measure:
        left = self.left(self.floor)
        if right and OF_A_WHOLE.match(self.text[slice(*right)]):
            return self.made([left or self.left(self.clause[0])], base=right)
        if right is None:
            return self.shared(left)
        before = self.text[self.floor : self.figure.whole[0]]
        joined = _OBJECT.search(before) or len(tokens(self.text[slice(*right)])) <= SHORT
        return self.made([left, right] if joined else [right])

    def count(self, kind: str, right: Span | None) -> Measure:
        left = self.left(self.floor)
        said = self.text[slice(*left)] if left else ""
        timed = _TIME.match(self.text, right[0]) if right else None
        if timed:
            return replace(self.shared(left, kind=kind), end=timed.end())
        if right is None:
            return self.shared(left, kind=kind)
        if re.match(r"(?:tổng )?số (?!hóa|hoá)", said, re.IGNORECASE):
            return self.made([left], kind=kind)
        last = self.last
        short = len(tokens(self.text[slice(*right)])) <= SHORT + 1
        if last and last.words and short and re.search(r"(?:^|\s)(?:với|có)\s*$", self.gap):
            return self.made([right], of=last.words, kind=kind)
        verb = self.verb(self.figure.whole[0])
        if (
            verb is None
            and last
            and last.kind == "count"
            and re.fullmatch(r"[^.;()]*,\s*|[^.;()]*\svà\s", self.gap)
        ):
            verb = self.verb(self.listed[self.at - 1].whole[0])
        return self.made([right], verb=verb, kind=kind)

    def rank(self, kind: str) -> Measure:
        left = self.left(self.floor)
        if left:
            return self.made([left], kind=kind)
        behind = _BEHIND_RANK.match(self.text, self.figure.whole[1])
        if behind:
            pause = PAUSE.search(self.text, behind.end())
            end = pause.start() if pause else len(self.text)
            return self.made([cleaned(self.paragraph, (behind.end(), end))], kind=kind)
        if self.last and self.last.kind in ("rank", "score"):
            return self.like(self.last, kind)
        return self.made([self.left(self.clause[0])], kind=kind)

    def money(self) -> Measure:
        text, end = self.text, self.figure.whole[1]
        left = self.left(self.floor)
        used = _FOR_MONEY.match(text, end, self.ceiling)
        if not used:
            return self.made([left or self.left(self.clause[0])])
        pause = PAUSE.search(text, used.end(), self.ceiling)
        right = cleaned(
            self.paragraph, (end + 1, pause.start() if pause else self.ceiling), head=False
        )
        noun = left and re.match(SUBJECTS["money"], text[slice(*left)], re.IGNORECASE)
        return (
            self.made([left, right])
            if noun
            else self.made([right], verb=self.verb(self.figure.whole[0]))
        )

    def shared(self, left: Span | None, kind: str | None = None) -> Measure:
        """The words before a figure; one in a row has those of the first with its own."""
        last = self.last
        if left and not is_level(self.text[slice(*left)]):
            return self.made([left], kind=kind)
        if last and last.words and (last.kind == (kind or self.figure.kind) or ":" not in self.gap):
            return self.like(
                last, kind or self.figure.kind, self.text[slice(*left)] if left else ""
            )
        return self.made([left], kind=kind)

    def like(self, last: Measure, kind: str, level: str = "") -> Measure:
        behind = _LEVEL_BEHIND.match(self.text, self.figure.whole[1])
        level = behind[1] if behind else level.removeprefix("ở ")
        figure = self.figure
        return replace(last, figure=figure, kind=kind, level=level, of=figure, end=figure.whole[1])

    def made(
        self,
        parts: Sequence[Span | None],
        base: Span | None = None,
        verb: Span | None = None,
        of: str = "",
        kind: str | None = None,
    ) -> Measure:
        """The measure of these parts of the text, in their order."""
        spans = [span for span in parts if span]
        of = re.sub(r"^(?:tổng )?số (?!hóa|hoá)", "", of, flags=re.IGNORECASE)
        said = " ".join(filter(None, [*(tidy(self.paragraph, span) for span in spans), of]))
        inside = _LEVEL_INSIDE.search(said)
        level = inside[1] if inside else ""
        said = said[: inside.start()] if inside else said
        behind = _LEVEL_BEHIND.match(self.text, self.figure.whole[1])
        whole = [*spans, base] if base else spans
        return Measure(
            self.figure,
            kind or self.figure.kind,
            said,
            self.text[slice(*verb)] if verb else "",
            tidy(self.paragraph, base) if base else "",
            behind[1] if behind else level,
            self.figure,
            max([self.figure.whole[1], *(span[1] for span in whole)]),
        )

"""Text as units: abbreviations spelt out, synonyms grouped, and the tables behind both."""

import re

import pytest

from index.vietnamese import fold, normalize, tokens
from qa.words.terms import expansions, units
from qa.words.thesaurus import compounds, synonyms

SYLLABLE = re.compile(
    r"(?:[cgknpt]h|gi|ngh?|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)


def groups(text: str, *, any_case: bool = False) -> list[int]:
    return [unit.group for unit in units(normalize(text), any_case=any_case)]


def meet(asked: str, reported: str) -> bool:
    """Whether a word of the one is a synonym of a word of the other."""
    shared = {*groups(asked, any_case=True)} & {*groups(reported)}
    return bool(shared - {-1})


@pytest.mark.parametrize(
    ("asked", "reported"),
    [
        ("đỡ tốn bao nhiêu", "tiết giảm 34 tỉ đồng"),
        ("nhà băng", "ngân hàng"),
        ("cây ATM", "máy ATM"),
        ("cầm trịch", "chủ trì"),
        ("mạo danh", "giả mạo"),
        ("thất thoát", "thiệt hại"),
        ("hạn chót", "thời hạn"),
        ("lãi bao nhiêu", "lợi nhuận trước thuế"),
        ("xe hơi", "ô tô"),
        ("trạm BTS", "trạm phát sóng"),
        ("app", "ứng dụng"),
        ("mức 4", "toàn trình"),
        ("nha bang", "ngân hàng"),
    ],
)
def test_words_that_mean_the_same_meet(asked: str, reported: str) -> None:
    assert meet(asked, reported)


@pytest.mark.parametrize(
    ("asked", "reported"),
    [
        ("tăng", "giảm"),
        ("khởi công", "khánh thành"),
        ("xuất khẩu", "nhập khẩu"),
        ("thu ngân sách", "chi thường xuyên"),
        ("kinh tế số", "xã hội số"),
        ("cấp tỉnh", "cấp xã"),
        ("điện", "năng lượng"),
        ("mức độ 3", "mức độ 4"),
        ("hộ nghèo", "hộ chiếu"),
        ("tai nạn", "tệ nạn"),
        ("cao nhất", "thấp nhất"),
        ("thạc sĩ", "tiến sĩ"),
    ],
)
def test_words_that_differ_do_not(asked: str, reported: str) -> None:
    assert not meet(asked, reported)


@pytest.mark.parametrize(
    ("form", "compound"),
    [
        ("nhận", "xác nhận"),
        ("cấp", "cấp xã"),
        ("trường", "thị trường"),
        ("hộ", "căn hộ"),
        ("phí", "lãng phí"),
        ("mạng", "tính mạng"),
    ],
)
def test_a_syllable_of_another_word_is_not_a_form(form: str, compound: str) -> None:
    assert groups(form)[0] >= 0
    assert set(groups(compound)) == {-1}


def test_the_longest_form_is_read() -> None:
    assert len(set(groups("cấp phép xây dựng"))) == 1
    assert groups("cấp phép xây dựng")[0] not in {groups("cấp phép")[0], groups("xây dựng")[0]}
    assert groups("căn cước công dân")[2] != groups("công dân")[0]


def test_a_form_cut_short_by_the_end_is_none() -> None:
    assert groups("ngân hàng") == groups("ngân hàng nhà")[:2]


def test_without_accents_unclear_forms_are_left_out() -> None:
    """Lãi and lại, chỉ tiêu and chi tiêu: letters alone do not tell."""
    assert groups("lai", any_case=True) == [-1]
    assert groups("chi tieu", any_case=True) == [-1, -1]
    assert groups("nha bang", any_case=True) == groups("nhà băng")
    assert groups("online", any_case=True)[0] >= 0


def test_every_form_stands_once_and_can_be_met() -> None:
    seen: dict[tuple[str, ...], str] = {}
    for group in synonyms():
        assert len(group) > 1, group
        for form in group:
            words = tuple(word.key for word in tokens(form))
            assert form == normalize(form).strip(), form
            assert 1 <= len(words) <= 10, form
            assert words not in seen, f"{form}: in {seen.get(words)} and {group[0]}"
            seen[words] = group[0]
    keys = [tuple(word.key for word in tokens(compound)) for compound in compounds()]
    assert len(keys) == len(set(keys))
    assert not set(keys) & set(seen)


@pytest.mark.parametrize("short", sorted(expansions()))
def test_an_abbreviation_is_no_word_in_small_letters(short: str) -> None:
    """Questions are read in any case: "tx" is thị xã, but "ban" is no abbreviation."""
    if " " not in short:
        assert not SYLLABLE.fullmatch(fold(short)), short
        assert len(short) > 1
    spelt = units(short.lower(), any_case=True)
    assert [unit.key for unit in spelt] == [w.key for w in tokens(expansions()[short])]


def test_an_abbreviation_without_its_accents() -> None:
    def read(text: str) -> str:
        return " ".join(unit.folded for unit in units(text, any_case=True))

    assert read("gđ") == "giam doc"
    assert read("gd") == "giao duc"
    assert read("cds") == "chuyen doi so"
    assert read("KT số") == read("kt so") == "kinh te so"
    assert read("tổng gđ") == "tong giam doc"


def test_units_are_a_new_list_each_time() -> None:
    """Short texts are kept: a caller that changes its list changes no other's."""
    units("ngân hàng").clear()
    assert len(units("ngân hàng")) == 2

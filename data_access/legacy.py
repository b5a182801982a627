"""Old Vietnamese encodings (TCVN3 of the .VnTime fonts, VNI) and misread UTF-8, told by what reads as Vietnamese after conversion."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

_TONES = "\u0300\u0301\u0309\u0303\u0323"  # à á ả ã ạ
_TCVN3 = str.maketrans(
    dict(
        zip(
            "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§",
            "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ",
            strict=True,
        )
    )
)
_VNI_SINGLE = {
    "ñ": "đ",
    "ô": "ơ",
    "ö": "ư",
    "ì": "ì",
    "í": "í",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
}
_VNI_MARKS = {
    **dict(zip("øùûõï", _TONES)),
    "â": "\u0302",
    **{mark: "\u0302" + tone for mark, tone in zip("àáåãä", _TONES)},
    "ê": "\u0306",
    **{mark: "\u0306" + tone for mark, tone in zip("èéúüë", _TONES)},
}
_VNI = re.compile(f"([aeoôuöy])([{''.join(_VNI_MARKS)}])|([{''.join(_VNI_SINGLE)}])", re.IGNORECASE)
_CAPITALS = 0.8
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe "
    "oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi "
    "uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ưt ươc ươi ươm ươn ương ươp ươt ươu ưu y yêm yên yêng yêt yêu"
)
_SYLLABLE = re.compile(
    f"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?(?:{'|'.join(_RIMES.split())})"
)
_WORD_ENDS = "\"'()[]{}.,;:!?/-–“”‘’•…"
_BETWEEN_WORDS = re.compile(r"[\s/\-–,;|]+")
_ENOUGH = 0.7


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """Whether a word is a possible Vietnamese syllable, with or without its tone: “nghiêng”, “ĐỊNH”; not “nh”, “hồsơ”."""
    letters = unicodedata.normalize("NFD", word.casefold())
    toneless = unicodedata.normalize("NFC", "".join(one for one in letters if one not in _TONES))
    return _SYLLABLE.fullmatch(toneless) is not None


MISREAD = "UTF-8"
"""What `legacy_encoding` says of Unicode that some program read as another encoding; it is no old encoding, and the file before it is still sound."""


@lru_cache(maxsize=16_384)
def _is_foreign(word: str) -> bool:
    """Whether a word has a letter beyond ASCII, or what stands for one in an old encoding or a failed reading; “≥95” and “−1” have neither."""
    return not word.isascii() and any(
        128 <= ord(one) < 256 or one == "\ufffd" or (ord(one) > 255 and one.isalpha())
        for one in word
    )


def vietnamese_share(text: str) -> float:
    """Share (0–1) of the words with a letter beyond ASCII that are possible Vietnamese syllables; 1.0 if there is no such word."""
    words = [word.strip(_WORD_ENDS) for word in _BETWEEN_WORDS.split(text) if _is_foreign(word)]
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def _from_tcvn3(text: str) -> str:
    """The fonts for capitals draw the codes of small accented letters as capitals: a line whose plain letters are capitals is one of theirs."""
    plain = [char for char in text if char.isascii() and char.isalpha()]
    read = text.translate(_TCVN3)
    capitals = sum(char.isupper() for char in plain)
    return read.upper() if len(plain) > 1 and capitals > _CAPITALS * len(plain) else read


def _vni_letter(found: re.Match[str]) -> str:
    small = found[0].casefold()
    if found[3]:
        made = _VNI_SINGLE[small]
    else:
        made = unicodedata.normalize(
            "NFC", {"ô": "ơ", "ö": "ư"}.get(small[0], small[0]) + _VNI_MARKS[small[1]]
        )
    return made.upper() if found[0][0].isupper() else made


def _from_vni(text: str) -> str:
    return _VNI.sub(_vni_letter, text)


def _from_misread_utf8(text: str) -> str:
    as_bytes = (
        one.encode("latin-1" if ord(one) < 256 else "cp1252", errors="replace") for one in text
    )
    return b"".join(as_bytes).decode("utf-8", errors="replace")


_CONVERSIONS: dict[str, Callable[[str], str]] = {
    "TCVN3": _from_tcvn3,
    "VNI": _from_vni,
    MISREAD: _from_misread_utf8,
}


def legacy_encoding(text: str) -> str | None:
    """`TCVN3`, `VNI` or `UTF-8` (read as if it were another) if the text only reads as Vietnamese after that conversion; else None.

    `legacy_encoding("Céng hoµ x· héi chñ nghÜa") == "TCVN3"`.
    """
    as_it_is = vietnamese_share(text)
    if as_it_is >= _ENOUGH:
        return None
    shares = {name: _converted_share(text, convert) for name, convert in _CONVERSIONS.items()}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _ENOUGH and shares[best] > as_it_is else None


def _converted_share(text: str, convert: Callable[[str], str]) -> float:
    """Share of the words that were foreign and are Vietnamese after conversion."""
    words = [word for word in _BETWEEN_WORDS.split(text) if _is_foreign(word)]
    return sum(vietnamese_share(convert(word)) == 1.0 for word in words) / len(words)


def converted(text: str, encoding: str) -> str:
    """A text of an old encoding (`TCVN3`, `VNI`) in Unicode; lines that read as Vietnamese as they are stay.

    `converted("Céng hoµ x· héi chñ nghÜa", "TCVN3") == "Cộng hoà xã hội chủ nghĩa"`.
    """
    convert = _CONVERSIONS[encoding]
    return "\n".join(
        line if vietnamese_share(line) > vietnamese_share(convert(line)) else convert(line)
        for line in text.split("\n")
    )

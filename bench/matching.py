"""Times finding the words of a pack in text: our lexicon beside ahocorasick-rs on the same forms and text, in one run.

    python -m bench.matching [--megabytes 2]

ahocorasick-rs is no dependency; without it only our own line is printed.
"""

import argparse
import time
from pathlib import Path

from mithaq.languages import available_languages, load_pack
from mithaq.text.fold import fold
from mithaq.text.lexicon import Lexicon
from mithaq.text.tokens import tokenize

SAMPLES = Path(__file__).parents[1] / "mithaq" / "samples"


def main() -> None:
    """Print a line a language: forms, time to build, characters a second, for each matcher."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=float, default=2.0)
    size = int(options.parse_args().megabytes * 1e6)
    try:
        from ahocorasick_rs import AhoCorasick, Implementation
    except ImportError:
        AhoCorasick = None
        print("ahocorasick-rs is not installed: only our own matcher is timed")
    for language in available_languages():
        text = "".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob(f"{language}-*.txt")))
        text = (text * (size // len(text) + 1))[:size]
        pack = load_pack(language)
        tables = sorted({word.table for word in pack.words})
        began = time.perf_counter()
        lexicon = Lexicon(pack, tables)
        built = time.perf_counter()
        tokens = tokenize(text)
        cut = time.perf_counter()
        lexicon.units(text, tokens)
        done = time.perf_counter()
        print(
            f"{language} lexicon         {len(pack.words):>7,} forms, built in {built - began:.2f} s, "
            f"{size / (done - cut):>12,.0f} characters/s (tokens {size / (cut - built):,.0f})"
        )
        if AhoCorasick is not None:
            began = time.perf_counter()
            forms = sorted({fold(word.form) for word in pack.words} - {""})
            matcher = AhoCorasick(forms, implementation=Implementation.ContiguousNFA)
            built = time.perf_counter()
            folded = fold(text[: size // 4])
            cut = time.perf_counter()
            found = matcher.find_matches_as_indexes(folded, overlapping=True)
            done = time.perf_counter()
            speed = len(folded) / (done - cut)
            print(
                f"{language} ahocorasick-rs  {len(forms):>7,} forms, built in {built - began:.2f} s, {speed:>12,.0f} characters/s "
                f"(before folding, word boundaries, clitics and capitals: {len(found):,} raw matches to sift)"
            )


if __name__ == "__main__":
    main()

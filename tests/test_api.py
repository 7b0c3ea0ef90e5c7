"""The package from Python: reading, opening, refusing; and the example of the README does what it says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import mithaq
from mithaq.errors import RecordError, UsageError
from mithaq.model.claim import Funding

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "mithaq" / "samples"
TEXT = "# published: 2022-05-12\n\nقال وزير الخارجية المغربي ناصر بوريطة إن 80 دولة شاركت في الاجتماع أمس.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_reading_into_memory_gives_claims_with_their_words() -> None:
    with mithaq.read([SAMPLES]) as record:
        assert len(record.articles()) == 8
        texts = {article.id: article.text for article in record.articles()}
        claims = record.claims("funding")
        assert claims
        for claim in claims:
            assert isinstance(claim.content, Funding)
            assert claim.span.of(texts[claim.article_id]) == claim.text


def test_one_path_need_not_be_in_a_list(article: Path) -> None:
    with mithaq.read(str(article)) as record:
        assert [found.published for found in record.articles()] == ["2022-05-12"]


def test_what_the_caller_says_goes_before_what_the_article_says(article: Path) -> None:
    with mithaq.read(article, published="2022-06", outlet="Wire", language="ar") as record:
        (found,) = record.articles()
        assert (found.published, found.outlet, found.language) == ("2022-06", "Wire", "ar")


def test_a_record_is_opened_again(article: Path, tmp_path: Path) -> None:
    with mithaq.read([article], into=tmp_path / "record.db") as first:
        claims = first.claims()
    with mithaq.open(tmp_path / "record.db") as again:
        assert again.claims() == claims


def test_a_file_that_cannot_be_read_is_a_refusal(article: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    with mithaq.read([empty, article]) as record:
        assert len(record.articles()) == 1
        assert [refusal.reason for refusal in record.refusals()] == ["empty"]


def test_nothing_to_read_is_an_error_and_makes_no_record(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match=r"no \.txt or \.html file"):
        mithaq.read([tmp_path / "folder"], into=tmp_path / "record.db")
    assert not (tmp_path / "record.db").exists()


def test_an_option_that_cannot_be_is_an_error(article: Path) -> None:
    with pytest.raises(UsageError, match="is not a date"):
        mithaq.read([article], published="yesterday")


def test_a_record_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        mithaq.open(tmp_path / "absent.db")


def test_importing_the_package_loads_no_stage() -> None:
    code = (
        "import mithaq, sys; print(*sorted(name for name in sys.modules if name.startswith(('mithaq.', 'sqlalchemy'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []


def test_the_example_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    examples = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    assert examples
    shutil.copytree(SAMPLES, tmp_path / "articles")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for example in examples:
        exec(compile(example, "README.md", "exec"), names)
    assert "700000000" in capsys.readouterr().out.replace(".0", "")
    record = names["record"]
    assert hasattr(record, "close")
    record.close()

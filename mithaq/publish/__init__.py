"""What leaves the record: the export, the tables, the cited brief. Reads what it is given; decides nothing itself."""

from mithaq.publish.brief import BriefOptions, write_brief
from mithaq.publish.conclusion_tables import CONCLUSION_KINDS, tabulate_conclusions, tabulate_judgements
from mithaq.publish.explaining import explain_claim
from mithaq.publish.jsonl import write_jsonl
from mithaq.publish.table_formats import table_as_csv, table_as_json
from mithaq.publish.tables import SHOW_KINDS, Table, tabulate

__all__ = [
    "CONCLUSION_KINDS",
    "SHOW_KINDS",
    "BriefOptions",
    "Table",
    "explain_claim",
    "table_as_csv",
    "table_as_json",
    "tabulate",
    "tabulate_conclusions",
    "tabulate_judgements",
    "write_brief",
    "write_jsonl",
]

"""Files on disk become articles. Not for what is read from an article, nor for fetching anything from a network."""

from mithaq.sources.file import read_content, read_file
from mithaq.sources.find import find_files, readable_path
from mithaq.sources.options import ReadOptions

__all__ = ["ReadOptions", "find_files", "read_content", "read_file", "readable_path"]

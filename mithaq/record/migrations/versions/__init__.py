"""The revisions, oldest first by name. A revision that has been released is never edited again."""

"""An article's text prepared for reading: folded, parted into tokens and sentences, labelled; never changed."""

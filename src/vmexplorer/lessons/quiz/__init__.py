"""The quiz: asking, marking, practising alone and answering in class."""

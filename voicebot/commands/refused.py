"""What a clerk's command says when it cannot be carried out."""


class Refused(Exception):
    """One Japanese sentence with the remedy."""

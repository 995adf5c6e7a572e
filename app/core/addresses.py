"""Addresses that come from outside and are to be followed: only ever a path on this site."""


def path_on_this_site(target: str, otherwise: str = "/") -> str:
    """``target`` if it is a path on this site, else ``otherwise``: nobody is led away by a link of ours.

    Refused are whole addresses, ``//elsewhere`` and whatever a browser reads as that: it takes ``\\`` for ``/`` and
    passes over control characters.
    """
    stays = target.startswith("/") and not target.startswith("//")
    plain = all(character.isprintable() and character != "\\" for character in target)
    return target if stays and plain else otherwise

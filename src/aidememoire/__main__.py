"""`python -m aidememoire` is the command `aidememoire`."""

from aidememoire.views.cli import main

main()

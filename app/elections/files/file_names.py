"""What the files of an election are called, in a verification bundle and in the fingerprints of a result."""

SETUP = "setup.json"
COUNTS = "counts.csv"
BALLOTS = "ballots.csv"
RESULT = "result.json"
READ_ME = "LES-MEG.txt"
SUMS = "SHA256SUMS"
VERIFY = "verify.py"
INPUTS = (SETUP, COUNTS, BALLOTS)

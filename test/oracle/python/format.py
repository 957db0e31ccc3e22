"""Black as a line process: see test/oracle/engine/lineProcess.ts."""
import base64
import sys

import black


def formatted(text):
    try:
        return black.format_str(text, mode=black.Mode())
    except Exception:  # Black raises many kinds; whatever it refuses is left out.
        return None


for line in sys.stdin:
    found = formatted(base64.b64decode(line).decode('utf8', 'replace'))
    print('!' if found is None else '=' + base64.b64encode(found.encode('utf8', 'replace')).decode(), flush=True)

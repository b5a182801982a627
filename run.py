# -*- coding: utf-8 -*-  # noqa: UP009 - Python 2 must understand it too
"""One command for everything, with the standard library alone: python3 run.py --help (docs/van-hanh.md).

This file keeps to what the oldest Python understands, so that it can say what is missing; the work is in deploy/install/.
"""

import sys

OLDEST = (3, 11)


def main(arguments):
    """Set up what is missing, then do what was asked; the exit code."""
    if sys.version_info < OLDEST:
        sys.stderr.write(
            "Cần Python 3.11 trở lên; máy này đang dùng Python "
            + sys.version.split()[0]
            + ". Hãy cài Python mới từ python.org (Debian, Ubuntu: apt install python3.11),"
            + " rồi chạy lại bằng đúng bản đó, ví dụ: python3.11 run.py\n"
        )
        return 1
    from deploy.install import commands

    return commands.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The command line by subject: which module knows a command, loaded only when that command is asked for."""

from __future__ import annotations

from dashboard.wording import (
    account_words,
    doctor_words,
    mail_words,
    movement_words,
    open_data_words,
    person_words,
    proof_words,
)
from dashboard.wording import command_words as words

COMMANDS: dict[str, tuple[str, str]] = {
    "import": ("file_commands", words.HELP_IMPORT),
    "template": ("file_commands", words.HELP_TEMPLATE),
    "read-report": ("file_commands", words.HELP_READ_REPORT),
    "sample": ("sample_command", words.HELP_SAMPLE),
    "standing": ("figure_commands", words.HELP_STANDING),
    "flags": ("figure_commands", words.HELP_FLAGS),
    "trend": ("figure_commands", words.HELP_TREND),
    "seal": ("meeting_commands", words.HELP_SEAL),
    "publish": ("publish_commands", words.HELP_PUBLISH),
    "pack": ("meeting_commands", words.HELP_PACK),
    "deck": ("meeting_commands", words.HELP_DECK),
    "open-data": ("open_data_command", open_data_words.HELP),
    "plan": ("plan_commands", words.HELP_PLANS),
    "backup": ("store_commands", words.HELP_BACKUP),
    "restore": ("store_commands", words.HELP_RESTORE),
    "upgrade": ("store_commands", words.HELP_UPGRADE),
    "verify": ("store_commands", proof_words.HELP),
    "empty": ("store_commands", words.HELP_EMPTY),
    "movement": ("movement_commands", movement_words.ABOUT),
    "account": ("account_commands", account_words.ABOUT),
    "remind": ("mail_commands", mail_words.HELP),
    "person": ("person_commands", person_words.ABOUT),
    "doctor": ("doctor_commands", doctor_words.HELP),
}
"""Command → the module of this folder that registers it, and its help; in the order in which the help lists them."""

"""The calculation.

Its frames are many and small (a province has some hundred units): texts kept by Python cost a third less time and a tenth less memory
than texts kept by Arrow, for 3,000 units too.
"""

import pandas as pd

pd.options.mode.string_storage = "python"

"""The peer: XlsxWriter in constant_memory mode, same values, same look as excel-ours.ts."""
import datetime
import re
import sys

import xlsxwriter

book = xlsxwriter.Workbook(sys.argv[1], {"constant_memory": True})
sheet = book.add_worksheet("Feuille")
base = {"font_name": "Calibri", "font_size": 10, "font_color": "#1C2733", "bottom": 1, "bottom_color": "#E2E7ED", "valign": "top"}
formats = [book.add_format({**base, **more}) for more in (
    {}, {"num_format": "#,##0"}, {"num_format": "#,##0.00"}, {"num_format": "dd/mm/yyyy"}, {"num_format": '#,##0.00\\ "€"'})]
bold = book.add_format({**base, "bold": True, "bg_color": "#E6EEF5"})
day = datetime.datetime(2026, 8, 31)
sheet.set_column(0, 19, 14)
sheet.freeze_panes(1, 0)
sheet.autofilter(0, 0, 50_000, 19)
for column in range(20):
    sheet.write_string(0, column, f"Colonne {column}", bold)
for row in range(50_000):
    for column in range(20):
        kind = column % 5
        if kind == 0:
            sheet.write_string(row + 1, column, f"Élève {row} & {column}", formats[0])
        elif kind == 3:
            sheet.write_datetime(row + 1, column, day, formats[3])
        else:
            sheet.write_number(row + 1, column, row * 1.25 if kind == 2 else row * column / (100 if kind == 4 else 1), formats[kind])
book.close()
print(int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read()).group(1)) // 1024)

# Import from spreadsheets and CSV: the page, the report, and everything that can be wrong with a cell.

import-title = Import
import-lead = Bring in units, positions, associations and tasks from a spreadsheet. First we try the file and show what would happen. Nothing is saved until you say so.
import-field-kind = What is in the file?
import-field-file = File
import-field-file-hint = A spreadsheet from Excel (.xlsx) or LibreOffice (.ods) as it is, or a CSV file. At most 10 MB and 50,000 rows, with headers at the top.
import-field-sheet = Which sheet do you want to import?
import-sheet-rows = { $count ->
    [one] 1 row, headers in row { $row }
   *[other] { $count } rows, headers in row { $row }
}
import-sheet-lead = There are several sheets in the file. We take one at a time. Send the file again to import more of them.
import-choose-sheet = Choose a sheet
import-send = Try without saving
import-choose-kind = Choose what is in the file
import-choose-file = Choose a file
import-formats-heading = What the file should look like
import-formats-text = You can use a spreadsheet from Excel or LibreOffice as it is: a title above the headers is passed over, and if there are several sheets, you choose one. A CSV file has semicolons, commas or tabs between the fields, in Windows-1252 or UTF-8. Dates as 01-10-2018, numbers as 10850,50. The order of the columns does not matter, and columns we do not know are left out.
import-columns-of = Columns of a file with { $kind }
import-column = Column
import-column-also = May also be called
import-column-example = Example
import-column-required = Must be there
import-yes = Yes
import-no = No
import-template = Get an empty template
import-recognised = How we recognise a row that is here already
import-empty-cells = An empty field never deletes anything.
import-history = Earlier imports
import-history-none = Nothing has been imported yet.
import-history-when = When
import-history-file = File
import-history-what = Content
import-history-state = Status
import-history-result = Rows
import-history-counts = { $added } new, { $changed } changed, { $rejected } rejected
import-kept = The file and the report are deleted after a day because they may contain personal data.

import-run-title = Import of { $file }
import-checking = We are reading the file. It takes a few seconds.
import-importing = We are saving. It takes a few seconds.
import-refresh = Refresh
import-progress = { $done } of { $total } rows
import-how-read = Read as { $charset } with { $delimiter } between the fields.
import-how-read-workbook = Read from { $program }: sheet “{ $sheet }”, headers in row { $row }.
import-delimiter-semicolon = semicolon
import-delimiter-comma = comma
import-delimiter-tab = tab
import-ignored-columns = Columns we leave out:
import-nothing-saved-heading = Nothing is saved yet
import-nothing-saved = See what would happen, and save afterwards.
import-nothing-to-save = Everything in the file is here already. There is nothing to save.
import-all-rejected = No row can be saved. Get the rejected rows, correct them, and send the file again.
import-imported-heading = { $rows ->
    [one] 1 row is saved
   *[other] { $rows } rows are saved
}
import-failed-heading = Nothing is saved
import-looks-like = The file looks like { $other }
import-looks-like-text = You chose { $chosen }, but the headers fit { $other } better. If it is the wrong kind, send the file again and choose the other.
import-save-all = { $rows ->
    [one] Save the row
   *[other] Save all { $rows } rows
}
import-save-accepted = { $rows ->
    [one] Save the one accepted row
   *[other] Save the { $rows } accepted rows
}
import-save-explained = { $rejected ->
    [one] The rejected row is left out. Either all the others are saved, or nothing happens.
   *[other] The { $rejected } rejected rows are left out. Either all the others are saved, or nothing happens.
}
import-get-rejected = Get the rejected rows
import-get-rejected-explained = The reason is in the last column. Correct the rows, and send the file again. We ignore the column with the reason.
import-forgotten = The report has been deleted because more than a day has passed. Send the file again if you want to see it.
import-rejected = Rejected
import-added = New
import-changed = Changes
import-unchanged = Unchanged
import-filter = Show
import-filter-needs = Needs attention
import-filter-all = All
import-report = Report, row by row
import-report-line = Line
import-report-name = Name
import-report-verdict = What happens
import-report-why = What and why
import-report-none = No rows to show here.
import-was-empty = empty
import-position-in-list = Page { $page } of { $pages }
import-another = Send another file
import-state-checking = Being read
import-state-choosing = Sheet not chosen yet
import-state-checked = Ready to save
import-state-nothing = Nothing to save
import-state-importing = Being saved
import-state-imported = Saved
import-state-failed = Went wrong, nothing saved
import-not-ready = The import cannot be saved as it stands now. See the report again.
import-command-line = from the command line

# The file as a whole
import-file-empty = The file is empty.
import-file-too-large = The file is larger than { $megabytes } MB. Divide it.
import-file-too-many-rows = The file has more than { $rows } rows. Divide it.
import-file-not-text = This is neither a spreadsheet nor a CSV file. Open the file in Excel or LibreOffice, choose “Save as” and .xlsx, and send the new file.
import-file-old-workbook = This is a spreadsheet we cannot read (.xls or .xlsb). Open it in Excel or LibreOffice, choose “Save as” and .xlsx, and send the new file.
import-file-encrypted = The spreadsheet is locked with a password. Open it, choose “Save as” and .xlsx without a password, and send the new file.
import-file-broken-workbook = The spreadsheet cannot be read. Open it in Excel or LibreOffice, choose “Save as” and .xlsx, and send the new file.
import-file-too-much-unpacked = The spreadsheet is too large. Unpacked it may be { $megabytes } MB. Copy the sheet you want to import to a file of its own, or save it as CSV.
import-file-too-many-columns = A sheet has more than { $columns } columns. Delete what is to the right of the list, and send the file again.
import-file-open-quote = A quotation mark in line { $line } is never closed. Correct the line, and send the file again.
import-file-missing-columns = { $count ->
    [one] The file lacks the column { $headers }. Is it the right kind of file?
   *[other] The file lacks the columns { $headers }. Is it the right kind of file?
}
import-file-no-rows = The file has headers but no rows.
import-file-scan = That is a picture or a PDF, which we cannot read. Choose a spreadsheet (.xlsx or .ods) or a CSV file. If it is a child protection certificate, never upload it: the municipality must only know that it has been assessed.
import-file-certificate = Never upload a child protection certificate or a picture of one. The municipality only needs to know that it was assessed. If you have a list, save it as a spreadsheet under another name.
import-error-column = Error

# A row
import-no-row = The line does not look like a row, but like a heading or the last line of an export. Delete it, or fill in more fields.
import-row-too-long = The line has { $found } fields, and the header has { $expected }. Is there a delimiter too many?
import-cell-error = The formula in the cell gives the error { $error }. Correct it in the spreadsheet, or write the text instead.
import-row-failed = Line { $line } could not be saved, so nothing is saved. Try again, or delete the line from the file.
import-changed-since = Something has changed since the file was tried, so nothing is saved. See the report again.
import-missing = The field is empty. It must be filled in.
import-too-long = The text is { $length } characters long. There is room for { $max }.
import-no-cpr = This looks like a CPR number. Remove it.
import-formula = Looks like a formula. We save it as ordinary text.
import-no-email = We save no e-mail, because it says “{ $text }”.
import-bad-email = “{ $value }” is not an e-mail address. Write it as name@example.dk, or leave the field empty.
import-bad-phone = “{ $value }” is not a phone number. Write 8 digits, or leave the field empty.
import-bad-postcode = “{ $value }” is not a postcode. Write 4 digits.
import-bad-cvr = “{ $value }” is not a real CVR number. It has 8 digits, and the check digit must be right. Leave the field empty if you do not know it.
import-bad-day = “{ $value }” is not a date that exists. Write for example 01-10-2018.
import-bad-number = “{ $value }” is not a whole number from { $from } to { $to }.
import-bad-yes-or-no = “{ $value }” is neither yes nor no.
import-bad-choice = We do not know “{ $value }”. Write one of these: { $choices }.
import-double = Also in line { $line }. Delete one of them.
import-ends-before-it-begins = Ends before it begins.

# The command line
import-command-rejected = { $count ->
    [one] The rejected row is in { $file }.
   *[other] The { $count } rejected rows are in { $file }.
}
import-command-dry = { $rows ->
    [one] Nothing is saved. Add --write to save the accepted row.
   *[other] Nothing is saved. Add --write to save the { $rows } accepted rows.
}
import-command-nothing = There is nothing to save.

# Taking an import back
import-undo = Undo the import
import-undo-lead = This is what happens if you undo the import of { $file }. Whatever somebody has built on stays.
import-undo-until = The import can be undone until { $day } at { $time }, seven days after it was saved: long enough to notice a mistake after a weekend. Then we delete the former details, because nobody needs them any longer.
import-undo-over = The import can no longer be undone. More than seven days have passed, or somebody the import was about has deleted their account. Correct the rows one by one, or send a new file.
import-undo-nothing-heading = There is nothing to undo
import-undo-nothing = Somebody has built on every row. Correct them one by one, or send a new file.
import-undo-stays-heading = { $rows ->
    [one] 1 row stays
   *[other] { $rows } rows stay
}
import-undo-stays-lead = Somebody has built on them since the import. Correct them one by one if they are wrong.
import-undo-goes-heading = { $rows ->
    [one] 1 row is undone
   *[other] { $rows } rows are undone
}
import-undo-goes = Removed
import-undo-former = Gets its former details back
import-undo-gone = Removed
import-undo-was-former = Has its former details back
import-undo-why = Why
import-undo-more = { $rows ->
    [one] … and 1 more row.
   *[other] … and { $rows } more rows.
}
import-undo-all-or-none = Either all the rows here are undone, or nothing happens. Afterwards the page of the import shows what was done.
import-undo-button = { $rows ->
    [one] Undo the one row
   *[other] Undo the { $rows } rows
}
import-undo-keep = Keep the import
import-undo-back = Back to the import
import-undo-not-now = The import cannot be undone as it stands now. Read here what has happened to it.
import-undo-is-gone = Has been deleted since the import.
import-undo-was-edited = Has been changed since the import.
import-undo-belongs-together = Belongs together with a row that stays.
import-undo-known = Details from before an import
import-undo-known-until = Kept until
import-undoing = We are undoing the import. It takes a few seconds.
import-undone-heading = The import is undone
import-undone-text = It was done on { $day }. Rows undone: { $taken }. Rows that stay because somebody has built on them: { $stayed }.
import-undone-stays = Stay
import-undone-goes = Undone
import-state-undoing = Being undone
import-state-undone = Undone

# Space for files.

files-title = Space for files
files-text = Annexes to meetings and to answers to hearings are kept in the municipality's own database and in every backup.
files-used = { $used } of { $limit } is used
files-nearly-full = The space for files is nearly used up
files-full = The space for files is used up
files-step = Once it is used up, nobody can send more files. Raise the limit in the settings, or remove annexes of meetings whose minutes are not approved yet.
files-what = What
files-count = Files
files-size = Size
files-to-limit = Change the limit in the settings
settings-files-heading = Space for files
settings-files-text = This is how much space the municipality's files may take up together. When four fifths are used, we say so on My overview.
settings-files-limit = At most this many MB
settings-files-limit-hint = From 10 to 1,000,000. An empty field means 5,120 (5 GB).

# Pages that belong to no context.

help-title = Help
help-lead = Short guides to what you want to do. If you cannot find the answer, call us.
postbox-title = The demo's post box
postbox-lead = These are the mails that the program would have sent. Only in the demo can they be read.
postbox-empty = No mails have been sent yet.
postbox-to = To

# Files that somebody sends.

file-too-large = The file is larger than 10 MB. Make it smaller, for example by saving pictures with less detail, or split it
file-empty = The file is empty. See whether it is the right one
file-unknown = Files of that kind cannot be taken. Save it as PDF, Word, Excel, PowerPoint, OpenDocument, picture or text
file-other-kind = The file really is of the kind { $kind }, but is called something else. Change the end of its name, or choose another file
file-broken = The file cannot be read: it is not whole, or it is protected by a password. Save it again without a password
file-program = The file has a program in it, for example macros. Save it as a PDF without scripts or without macros
file-certificate = It looks like a certificate of criminal records. Those must not be kept
file-cpr = Something in the file looks like a CPR number. Remove it and send the file again
file-no-room = The municipality's room for files is used up. Write what matters as text, and ask the municipality whether it can make room

# Files that somebody sends.

file-too-large = The file is larger than 10 MB. Make it smaller, for example by saving pictures with less detail, or split it
file-empty = The file is empty. Check that it is the right one
file-unknown = We cannot accept files of this kind. Save it as PDF, Word, Excel, PowerPoint, OpenDocument, a picture or text
file-other-kind = The file is really of the kind { $kind }, but its name says otherwise. Correct the end of the name, or choose another file
file-broken = The file cannot be read: it is incomplete, or it is protected by a password. Save it again without a password
file-program = The file contains a program, for example macros. Save it as a PDF without scripts, or without macros
file-certificate = This looks like a criminal records certificate. We must not keep those
file-cpr = Something in the file looks like a CPR number. Remove it and send the file again
file-no-room = The municipality has no room left for files. Write what matters as text, and ask the municipality whether it can make room

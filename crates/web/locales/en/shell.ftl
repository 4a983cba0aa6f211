# What stands on every page: header, footer, form fields and messages.

## Header

skip-to-content = Skip to content
to-front-page = To the front page
main-navigation = Main menu
menu = Menu
other-language = Dansk
other-language-code = da
switch-language = Læs siden på dansk
call-us = Call us
sign-in = Sign in
sign-out = Sign out
my-page = My page
my-overview = My overview
waiting-for-you = waiting for you
signed-in-as = You are signed in as
breadcrumbs = Breadcrumb
front-page = Front page

## Main menu

nav-tasks = Find tasks
nav-associations = Associations
nav-meetings = Meetings
nav-hearings = Hearings
nav-policies = Policies
nav-contact = Find your contact
nav-organisation = How we are organised
nav-help = Help

## The menu of those who work here

desk-navigation = Work menu
desk-citizens = Pages for citizens
go-to-pages = Pages
desk-overview = Overview
desk-tasks = Tasks
desk-volunteers = Volunteers
desk-shifts = Roster
desk-associations = Associations
desk-organisation = Organisation
desk-figures = Figures
desk-settings = Settings
desk-meetings = Meetings
desk-policy = Policy
ways-volunteers = Volunteers and tasks
ways-meetings = Meetings and councils
ways-policy = Policies and initiatives
ways-municipality = The municipality and you
go-to = Go to
go-to-label = Go to a task, a place, an association, a person or a page
go-to-hint = Go to …

## Footer

footer-promise = You can always call a human being.
footer-find = Find your way
footer-about = About this site
footer-open-data = Open data
accessibility-statement = Accessibility statement
privacy = Privacy and cookies
rss-feed = New tasks as RSS
json-feed = Tasks as JSON
api = API and documentation
phone = Phone
email = E-mail

## Fields and errors

error-prefix = Error:
error-summary-heading = Please correct this and try again
optional = optional
choose = Choose
draft-found = This form was begun earlier and not sent. Do you want to go on with what was written?
draft-continue = Go on
draft-anew = Start again
characters-left = You have % characters left
characters-over = You have written % characters too many
characters-allowed = Maximum number of characters:
leave-empty = Leave this field empty

## Lists, steps and messages

pagination = Pages
previous-page = Previous
next-page = Next
steps = Steps
step-done = Completed
information = Information
success = Done
warning = Please note
error = Error
consequences-more = Show { $count } more
consequences-letter = See the e-mail they get
remove-choice = Remove
print = Print
choose-some = Choose some
more-choices = Show more

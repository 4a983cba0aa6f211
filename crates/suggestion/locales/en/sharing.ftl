## When a task is sent on

sharing-title = Pass it on
sharing-link = Link to the task
sharing-link-hint = Do you know somebody who might like it? Send the link in a message, or share it in a group.
sharing-share = Share
sharing-mail = Send in an e-mail
sharing-calendar = Put in your calendar
sharing-calendar-not-agreed = The time is here so that you can remember it. You are only in when you have shown interest and had an answer.
sharing-calendar-summary = Not agreed yet: { $title }
sharing-calendar-cancelled = CANCELLED: { $title }
sharing-calendar-called-off = The task is cancelled.
sharing-calendar-call = Questions? Call { $phone }.
sharing-image = A small town with houses, trees and people. It says in Danish: Become a volunteer.

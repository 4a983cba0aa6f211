# The task: its page, its form and what happens to it.

task-state-draft = Draft

# Opgaven: siden, formularen og det, der sker med den.

task-state-draft = Kladde

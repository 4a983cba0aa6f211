## Filtre

find-filters = Flere valg
find-remove = Fjern:
find-join-title = Bliv frivillig
find-time-agreed = aftales

# Plads til filer.

files-title = Plads til filer
files-text = Bilag til møder og høringssvar ligger i kommunens egen database og følger med i hver sikkerhedskopi.
files-used = { $used } af { $limit } er brugt
files-nearly-full = Pladsen til filer er snart brugt
files-full = Pladsen til filer er brugt
files-step = Når pladsen er brugt, kan ingen sende flere filer. Sæt grænsen op i opsætningen, eller fjern bilag fra møder, hvis referat ikke er godkendt endnu.
files-what = Hvad
files-count = Antal filer
files-size = Fylder
files-to-limit = Ret grænsen i opsætningen
settings-files-heading = Plads til filer
settings-files-text = Så meget må kommunens filer fylde tilsammen. Når fire femtedele er brugt, siger vi det på Mit overblik.
settings-files-limit = Højst så mange MB
settings-files-limit-hint = Fra 10 til 1.000.000. Et tomt felt betyder 5.120 (5 GB).

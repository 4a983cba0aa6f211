# Siden om, hvor længe vi gemmer oplysninger.

retention-days = { $days ->
    [one] 1 dag
   *[other] { $days } dage
}
retention-unconfirmed = Interesser, som ingen har bekræftet
retention-unconfirmed-purpose = At den frivillige kan nå at bekræfte
retention-ended = Interesser, der ikke blev til noget, og dem, der hører til en afsluttet opgave
retention-ended-purpose = At kunne svare den frivillige
retention-notices = Nyt til dem med en rolle
retention-notices-purpose = At samle nyt, så der bliver sendt færre mails

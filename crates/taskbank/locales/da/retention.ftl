# Siden om, hvor længe vi gemmer oplysninger.

retention-days = { $days ->
    [one] 1 dag
   *[other] { $days } dage
}
retention-notices = Nyt til dem med en rolle
retention-notices-purpose = At samle nyt, så der bliver sendt færre mails

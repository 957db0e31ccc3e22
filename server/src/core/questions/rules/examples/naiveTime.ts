import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Times without a zone and days of 24 hours, and the same said exactly. */
export const naiveTimeExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: "function plan(date, time, start) {\n  const begin = new Date('2024-01-31T10:00'); ⟵\n  const at = new Date(`${date}T${time}`); ⟵\n  const next = new Date(start.getTime() + 24 * 60 * 60 * 1000); ⟵\n  return new Date().toISOString().split('T')[0]; ⟵\n}\nfunction parts(date) {\n  return [date.getUTCFullYear(), date.getMonth()]; ⟵\n}",
    quiet:
      "function plan(date, time, start) {\n  const begin = new Date('2024-01-31T10:00Z');\n  const at = new Date(`${date}T${time}Z`);\n  const next = new Date(start);\n  next.setDate(next.getDate() + 1);\n  const expiresAt = Date.now() + 24 * 60 * 60 * 1000;\n  return formatDay(new Date(), zone);\n}\nfunction parts(date) {\n  return [date.getUTCFullYear(), date.getUTCMonth()];\n}",
  },
  {
    languages: ['python'],
    asks: "def plan(text, start_time):\n    now = datetime.now() ⟵\n    then = datetime.utcnow() ⟵\n    at = datetime.strptime(text, '%Y-%m-%d %H:%M') ⟵\n    return now, then, at, start_time + 86400 ⟵",
    quiet:
      "def plan(text, start_time):\n    now = datetime.now(timezone.utc)\n    at = datetime.strptime(text, '%Y-%m-%d %H:%M %z')\n    return now, at, start_time + timedelta(days=1)",
  },
  {
    languages: ['go'],
    asks: 'func plan(start time.Time, text string) time.Time {\n\tnext := start.Add(24 * time.Hour) ⟵\n\tat := time.Date(2024, 1, 1, 0, 0, 0, 0, time.Local) ⟵\n\tuse(at, next)\n\treturn start.Truncate(24 * time.Hour) ⟵\n}',
    quiet:
      'func plan(start time.Time, text string) time.Time {\n\tnext := start.AddDate(0, 0, 1)\n\tat := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)\n\tuse(at, next)\n\treturn start.Add(time.Hour)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn plan(start: DateTime<Tz>) {\n    let now = Local::now(); ⟵\n    let next = start + Duration::hours(24); ⟵\n    show(now, next);\n}',
    quiet:
      'fn plan(start: DateTime<Tz>) {\n    let now = Utc::now();\n    let next = start + Days::new(1);\n    show(now, next);\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  void plan(ZonedDateTime start, long time) {\n    LocalDateTime now = LocalDateTime.now(); ⟵\n    ZonedDateTime next = start.plusHours(24); ⟵\n    show(now, next, time + 24 * 60 * 60 * 1000); ⟵\n  }\n}',
    quiet:
      'class A {\n  void plan(ZonedDateTime start, long time) {\n    LocalDateTime now = LocalDateTime.now(zone);\n    ZonedDateTime next = start.plusDays(1);\n    show(now, next, Instant.now());\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  void Plan(string text) {\n    var now = DateTime.Now; ⟵\n    var at = DateTime.Parse(text); ⟵\n    Show(now.AddHours(24)); ⟵\n  }\n}',
    quiet:
      'class A {\n  void Plan(string text) {\n    var now = DateTime.UtcNow;\n    var at = DateTimeOffset.Parse(text);\n    Show(now.AddDays(1));\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void plan(time_t start) {\n  std::tm* now = std::localtime(&start); ⟵\n  time_t next = start + 24 * 60 * 60; ⟵\n  show(now, next);\n}',
    quiet:
      'void plan(std::chrono::local_days start) {\n  std::tm* now = std::gmtime(&moment);\n  auto next = start + std::chrono::days(1);\n  show(now, next);\n}',
  },
  {
    languages: ['ruby'],
    path: 'app/models/plan.rb',
    asks: 'class Plan < ApplicationRecord\n  def next_day\n    now = Time.now ⟵\n    day = Date.today ⟵\n    [day, now + 86400] ⟵\n  end\nend',
    quiet:
      'class Plan < ApplicationRecord\n  def next_day\n    now = Time.current\n    day = Date.current\n    [day, now + 1.day]\n  end\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction plan($start) {\n  $today = date('Y-m-d'); ⟵\n  $when = new DateTime('2024-01-31 10:00'); ⟵\n  return $start + 86400; ⟵\n}",
    quiet:
      "<?php\nfunction plan($start) {\n  $today = gmdate('Y-m-d');\n  $when = new DateTime('2024-01-31 10:00', new DateTimeZone('UTC'));\n  return $when->modify('+1 day');\n}",
  },
  {
    languages: [...ECMASCRIPT],
    asks: "function a(req, cron, job, start, input) {\n  const weekday = new Date().getDay(); ⟵\n  const now = new Date();\n  if (now.getHours() < 9) return closed; ⟵\n  now.setHours(0, 0, 0, 0); ⟵\n  const from = new Date(req.query.from); ⟵\n  const due = new Date(form.dueDate + ' 10:00'); ⟵\n  const opens = new Date('2024-03-31 09:00'); ⟵\n  cron.schedule('0 9 * * *', job); ⟵\n  const day = moment().format('YYYY-MM-DD'); ⟵\n  const midnight = dayjs().startOf('day'); ⟵\n  const first = startOfDay(new Date()); ⟵\n  const days = Math.round((end - start) / (1000 * 60 * 60 * 24)); ⟵\n  const on = new Date(start.getTime() + 7 * 24 * 3600 * 1000); ⟵\n  return format(new Date(), 'yyyy-MM-dd'); ⟵\n}",
    quiet:
      "function a(req, cron, job, start, input) {\n  const weekday = weekdayIn(zone, new Date());\n  const now = new Date();\n  if (now.getUTCHours() < 9) return closed;\n  now.setUTCHours(0, 0, 0, 0);\n  const from = parseInstant(req.query.from);\n  const opens = new Date('2024-03-31T09:00:00+01:00');\n  cron.schedule('0 9 * * *', job, { timezone: 'Europe/Berlin' });\n  cron.schedule('*/5 * * * *', job);\n  const day = moment.utc().format('YYYY-MM-DD');\n  const midnight = dayjs().tz(zone).startOf('day');\n  const year = new Date().getFullYear();\n  const stamp = new Date().getTime();\n  return formatInTimeZone(new Date(), zone, 'yyyy-MM-dd');\n}",
  },
  {
    languages: ['python'],
    asks: 'def a(text, d, start, end, row):\n    at = datetime(2024, 3, 31, 9, 0) ⟵\n    tz = datetime(2024, 3, 31, 9, 0, tzinfo=pytz.timezone("Europe/Berlin")) ⟵\n    z = row.at.replace(tzinfo=pytz.timezone("Europe/Berlin")) ⟵\n    n = row.at.replace(tzinfo=None) ⟵\n    c = datetime.combine(d, time(9, 0)) ⟵\n    t = time.localtime() ⟵\n    s = time.mktime(row.tuple) ⟵\n    schedule.every().day.at("09:00").do(job) ⟵\n    days = (end - start).total_seconds() / 86400 ⟵\n    p = pd.Timestamp.now() ⟵\n    h = datetime.today().hour ⟵\n    return date.today() + timedelta(hours=24) ⟵',
    quiet:
      'def a(text, d, start, end, row):\n    at = datetime(2024, 3, 31, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))\n    tz = pytz.timezone("Europe/Berlin").localize(naive)\n    z = row.at.astimezone(ZoneInfo("Europe/Berlin"))\n    c = datetime.combine(d, time(9, 0), tzinfo=zone)\n    t = time.gmtime()\n    schedule.every().day.at("09:00", "Europe/Berlin").do(job)\n    days = (end.date() - start.date()).days\n    p = pd.Timestamp.now(tz="UTC")\n    epoch = datetime(1970, 1, 1)\n    return datetime.now(zone).date() + timedelta(days=1)',
  },
  {
    languages: ['go'],
    asks: 'func a(start, end time.Time, sec int64) int {\n\tnow := time.Now()\n\tif now.Weekday() == time.Sunday { ⟵\n\t\treturn 0\n\t}\n\tif time.Now().Hour() < 9 { ⟵\n\t\treturn 0\n\t}\n\tday := time.Now().Format("2006-01-02") ⟵\n\tat := time.Unix(sec, 0).Format("2006-01-02 15:04") ⟵\n\tlocal := start.Local() ⟵\n\ty, m, d := time.Now().Date() ⟵\n\tp, _ := time.Parse("2006-01-02 15:04", text) ⟵\n\tq := now.Add(24 * time.Hour) ⟵\n\treturn int(end.Sub(start).Hours() / 24) ⟵\n}',
    quiet:
      'func a(start, end time.Time, sec int64) int {\n\tnow := time.Now().In(zone)\n\tif now.Weekday() == time.Sunday {\n\t\treturn 0\n\t}\n\tif time.Now().UTC().Hour() < 9 {\n\t\treturn 0\n\t}\n\tday := time.Now().UTC().Format("2006-01-02")\n\tat := time.Unix(sec, 0).UTC().Format("2006-01-02 15:04")\n\tp, _ := time.ParseInLocation("2006-01-02 15:04", text, zone)\n\tq := now.AddDate(0, 0, 1)\n\ttook := time.Since(start)\n\treturn daysBetween(start, end)\n}',
  },
  {
    languages: ['rust'],
    asks: 'fn a(ts: i64, text: &str, end: DateTime<Utc>, start: DateTime<Utc>) {\n    let day = chrono::Local::now().date_naive(); ⟵\n    let at = Local.with_ymd_and_hms(2024, 3, 31, 9, 0, 0).unwrap(); ⟵\n    let t = Local.timestamp_opt(ts, 0).unwrap(); ⟵\n    let n = OffsetDateTime::now_local()?; ⟵\n    let p = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M")?; ⟵\n    let l = start.with_timezone(&Local); ⟵\n    let days = (end - start).num_hours() / 24; ⟵\n}',
    quiet:
      'fn a(ts: i64, text: &str, end: DateTime<Utc>, start: DateTime<Utc>) {\n    let day = Utc::now().with_timezone(&zone).date_naive();\n    let at = Berlin.with_ymd_and_hms(2024, 3, 31, 9, 0, 0).unwrap();\n    let t = Utc.timestamp_opt(ts, 0).unwrap();\n    let n = OffsetDateTime::now_utc();\n    let p = DateTime::parse_from_rfc3339(text)?;\n    let days = (end.date_naive() - start.date_naive()).num_days();\n}',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  @Scheduled(cron = "0 0 9 * * *") ⟵\n  void run() {}\n  void a(ZonedDateTime start, ZonedDateTime end, LocalDateTime at) {\n    ZonedDateTime z = ZonedDateTime.now(); ⟵\n    OffsetDateTime o = OffsetDateTime.now(); ⟵\n    Calendar c = new GregorianCalendar(); ⟵\n    ZonedDateTime next = start.plus(Duration.ofDays(1)); ⟵\n    ZonedDateTime n2 = start.plus(Duration.ofHours(24)); ⟵\n    long days = Duration.between(start, end).toDays(); ⟵\n    long d2 = Duration.between(start, end).toHours() / 24; ⟵\n    Timestamp t = Timestamp.valueOf(at); ⟵\n    Date d = Date.from(at.atZone(ZoneId.systemDefault()).toInstant()); ⟵\n    int hour = LocalTime.now().getHour(); ⟵\n    YearMonth m = YearMonth.now(); ⟵\n  }\n}',
    quiet:
      'class A {\n  @Scheduled(cron = "0 0 9 * * *", zone = "Europe/Berlin")\n  void run() {}\n  @Scheduled(cron = "0 */5 * * * *")\n  void often() {}\n  void a(ZonedDateTime start, ZonedDateTime end, LocalDateTime at) {\n    ZonedDateTime z = ZonedDateTime.now(zone);\n    ZonedDateTime next = start.plusDays(1);\n    long days = ChronoUnit.DAYS.between(start, end);\n    Instant i = at.atZone(zone).toInstant();\n    Instant later = Instant.now().plus(Duration.ofMinutes(5));\n    YearMonth m = YearMonth.now(zone);\n  }\n}',
  },
  {
    languages: ['csharp'],
    asks: 'class A {\n  void F(string text, DateTime start, DateTime end) {\n    var at = new DateTime(2024, 3, 31, 9, 0, 0); ⟵\n    var p = DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture); ⟵\n    DateTime.TryParse(text, out var q); ⟵\n    var c = Convert.ToDateTime(text); ⟵\n    var h = DateTimeOffset.Now.Hour; ⟵\n    var z = TimeZoneInfo.Local; ⟵\n    var d = DateOnly.FromDateTime(DateTime.Now); ⟵\n    var left = (end - DateTime.Today).Days; ⟵\n    var n = start.AddHours(24); ⟵\n    var m = start + TimeSpan.FromHours(24); ⟵\n  }\n}',
    quiet:
      'class A {\n  void F(string text, DateTime start, DateTime end) {\n    var at = new DateTime(2024, 3, 31, 9, 0, 0, DateTimeKind.Utc);\n    var p = DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);\n    DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var q);\n    var h = DateTimeOffset.UtcNow.Hour;\n    var z = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");\n    var epoch = new DateTime(1970, 1, 1);\n    var n = start.AddDays(1);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'void f(time_t start, time_t end, std::tm parts) {\n  auto now = std::chrono::zoned_time{std::chrono::current_zone(), std::chrono::system_clock::now()}; ⟵\n  auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); ⟵\n  time_t at = std::mktime(&parts); ⟵\n  struct tm* l = localtime(&start); ⟵\n  double days = difftime(end, start) / 86400; ⟵\n  auto next = moment + std::chrono::hours(24); ⟵\n  auto n2 = moment + 24h;\n}',
    quiet:
      'void f(time_t start, time_t end, std::tm parts) {\n  auto now = std::chrono::zoned_time{"Europe/Berlin", std::chrono::system_clock::now()};\n  auto today = std::chrono::floor<std::chrono::days>(zone->to_local(std::chrono::system_clock::now()));\n  time_t at = timegm(&parts);\n  struct tm* l = gmtime(&start);\n  auto next = local_day + std::chrono::days(1);\n}',
  },
  {
    languages: ['ruby'],
    asks: 'def a(text, account)\n  at = Time.parse("2024-03-31 09:00") ⟵\n  at = Time.new(2024, 3, 31, 9, 0) ⟵\n  at = Time.local(2024, 3, 31) ⟵\n  days = (account.trial_ends_on - Date.today).to_i ⟵\n  return if Time.now.hour < 9 ⟵\n  return if Time.now.sunday? ⟵\n  day = Time.now.to_date ⟵\n  day = Time.now.strftime("%Y-%m-%d") ⟵\n  t = Time.strptime(text, "%Y-%m-%d %H:%M") ⟵\nend',
    quiet:
      'def a(text, account)\n  at = Time.parse("2024-03-31 09:00 +01:00")\n  at = Time.new(2024, 3, 31, 9, 0, 0, "+01:00")\n  at = Time.utc(2024, 3, 31)\n  days = (account.trial_ends_on - Time.current.to_date).to_i\n  return if Time.now.utc.hour < 9\n  day = Time.now.utc.to_date\n  t = Time.strptime(text, "%Y-%m-%d %H:%M %z")\n  started = Time.now\n  took = Time.now - started\n  year = Time.now.year\nend',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction a($text, $row, $schedule, $deadline) {\n  $at = DateTime::createFromFormat('Y-m-d H:i', $text); ⟵\n  $b = DateTimeImmutable::createFromFormat('d.m.Y H:i', $text); ⟵\n  $c = strtotime($row['start_date']); ⟵\n  $d = date('N'); ⟵\n  $e = date_create('tomorrow'); ⟵\n  $f = new DateTimeImmutable('today'); ⟵\n  $g = mktime(9, 0, 0, 3, 31, 2024); ⟵\n  $h = getdate(); ⟵\n  $days = ($deadline - time()) / 86400; ⟵\n  $schedule->command('report')->dailyAt('09:00'); ⟵\n}",
    quiet:
      "<?php\nfunction a($text, $row, $schedule, $deadline) {\n  $at = DateTime::createFromFormat('Y-m-d H:i', $text, new DateTimeZone('UTC'));\n  $b = DateTimeImmutable::createFromFormat('Y-m-d H:iP', $text);\n  $u = DateTimeImmutable::createFromFormat('U', $text);\n  $f = new DateTimeImmutable('today', $zone);\n  $g = gmmktime(9, 0, 0, 3, 31, 2024);\n  $d = gmdate('N');\n  $schedule->command('report')->dailyAt('09:00')->timezone('Europe/Berlin');\n}",
  },
  {
    languages: ['java'],
    asks: 'class A {\n  Clock clock = Clock.systemDefaultZone(); ⟵\n  int age(int born) {\n    return Year.now().minusYears(born).getValue(); ⟵\n  }\n  boolean isDue(MonthDay day) {\n    return MonthDay.now().equals(day); ⟵\n  }\n}',
    quiet:
      'class A {\n  Clock clock = Clock.systemUTC();\n  int age(int born) {\n    return Year.now(clock).minusYears(born).getValue();\n  }\n  boolean isDue(MonthDay day) {\n    return MonthDay.now(ZoneOffset.UTC).equals(day);\n  }\n}',
  },
  {
    languages: ['cpp'],
    asks: 'std::tm day_of(std::time_t t) {\n  std::tm tm;\n  localtime_r(&t, &tm); ⟵\n  return tm;\n}\n',
    quiet:
      'std::tm to_local(std::time_t t) {\n  std::tm tm;\n  localtime_r(&t, &tm);\n  return tm;\n}\nvoid show(std::time_t t) {\n  out << std::put_time(localtime(&t), form);\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def run(work):\n    made = datetime.now() ⟵\n    save(made)\n',
    quiet:
      'def run(work, time_begin):\n    time_end = datetime.now()\n    return time_end - time_begin\n',
  },
  {
    languages: ['java'],
    asks: 'class A {\n  ZoneId zone = ZoneId.systemDefault(); ⟵\n}\n',
    quiet:
      'class A {\n  boolean isDue() {\n    return LocalDate.now(ZoneId.systemDefault()).equals(day);\n  }\n}\n',
  },
  {
    languages: ['javascript'],
    asks: 'export function from(until) {\n  return until - 24 * 60 * 60 * 1000; ⟵\n}\n',
    quiet:
      'export function from(until) {\n  // The last 24 hours.\n  return until - 24 * 60 * 60 * 1000;\n}\n',
  },
  {
    languages: ['python'],
    asks: 'from datetime import datetime\n\ndef starts(text):\n    return datetime.strptime(text, "%Y-%m-%d %H:%M") ⟵',
    quiet:
      'from datetime import datetime\n\ndef starts(text, zone):\n    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)',
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction next_day() {\n  return date('Y-m-d', time() + 14 * 86400); ⟵\n}",
    quiet:
      "<?php\nfunction next_day(DateTimeImmutable $today) {\n  return $today->modify('+14 days')->format('Y-m-d');\n}",
  },
];

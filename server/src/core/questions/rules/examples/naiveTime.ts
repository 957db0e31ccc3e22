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
    languages: ['java'],
    asks: 'class A {\n  Clock clock = Clock.systemDefaultZone(); ⟵\n  int age(int born) {\n    return Year.now().minusYears(born).getValue(); ⟵\n  }\n  boolean isDue(MonthDay day) {\n    return MonthDay.now().equals(day); ⟵\n  }\n}',
    quiet:
      'class A {\n  Clock clock = Clock.systemUTC();\n  int age(int born) {\n    return Year.now(clock).minusYears(born).getValue();\n  }\n  boolean isDue(MonthDay day) {\n    return MonthDay.now(ZoneOffset.UTC).equals(day);\n  }\n}',
  },
];

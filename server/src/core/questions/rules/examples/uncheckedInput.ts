import { ECMASCRIPT } from '../../languageId.ts';
import type { Example } from '../../rule.ts';

/** Amounts in options, in bodies, and in what moves money or goods. */
export const uncheckedInputExamples: readonly Example[] = [
  {
    languages: [...ECMASCRIPT],
    asks: "const list = async (req, res) => {\n  const size = parseInt(String(req.query.size), 10);\n  res.json(await Event.findAll({ limit: size })); ⟵\n  res.json(await db.collection('a').find(req.body.filter).toArray()); ⟵\n};",
    quiet:
      "const list = async (req, res) => {\n  const size = Math.min(parseInt(String(req.query.size), 10), 100);\n  res.json(await Event.findAll({ limit: size }));\n  const { city } = schema.parse(req.body.filter);\n  res.json(await db.collection('a').find({ city }).toArray());\n};",
  },
  {
    languages: ['php'],
    asks: "<?php\nfunction take(Request $request, Item $item) {\n  $count = (int) $request->input('count');\n  $item->decrement('quantity', $count); ⟵\n}",
    quiet:
      "<?php\nfunction take(Request $request, Item $item) {\n  ['count' => $count] = $request->validate(['count' => 'integer|between:1,50']);\n  $item->decrement('quantity', $count);\n}",
  },
  {
    languages: ['java'],
    asks: 'class Transfers {\n  @PostMapping("/transfers")\n  Receipt move(@RequestBody Transfer transfer) {\n    return service.move(transfer.getTo(), transfer.getAmount()); ⟵\n  }\n}',
    quiet:
      'class Transfers {\n  @PostMapping("/transfers")\n  Receipt move(@Valid @RequestBody Transfer transfer) {\n    return service.move(transfer.getTo(), transfer.getAmount());\n  }\n}',
  },
  {
    languages: ['rust'],
    asks: 'async fn thumb(Query(params): Query<Size>) -> Vec<u8> {\n    Vec::with_capacity((params.width * params.height) as usize) ⟵\n}',
    quiet:
      'async fn thumb(Query(params): Query<Size>) -> Vec<u8> {\n    if !(1..=64).contains(&params.width) || !(1..=64).contains(&params.height) {\n        return Vec::new();\n    }\n    Vec::with_capacity((params.width * params.height) as usize)\n}',
  },
];

import type { Example } from '../../rule.ts';

/** Markup that leaves people out, and the same that does not. */
export const accessibilityExamples: readonly Example[] = [
  {
    languages: ['tsx', 'javascript'],
    asks: 'import { useTranslation } from "react-i18next";\nfunction Card({ user, open }) {\n  const { t } = useTranslation();\n  return (\n    <div>\n      <img src="a.png" /> ⟵\n      <div onClick={open}>{t("open")}</div> ⟵\n      <input type="text" placeholder="Name" /> ⟵\n      <p tabIndex={3}>{t("more")}</p> ⟵\n      <a onClick={open}>{t("go")}</a> ⟵\n      <button onClick={open}><CloseIcon /></button> ⟵\n      <h1>Your orders</h1> ⟵\n    </div>\n  );\n}\n',
    quiet:
      'import { useTranslation } from "react-i18next";\nfunction Card({ user, open, rest }) {\n  const { t } = useTranslation();\n  return (\n    <div>\n      <img src="a.png" alt="" />\n      <img {...rest} />\n      <button onClick={open}>{t("open")}</button>\n      <div role="button" tabIndex={0} onKeyDown={open} onClick={open}>{t("open")}</div>\n      <label>{t("name")}<input type="text" /></label>\n      <input type="hidden" />\n      <p tabIndex={0}>{t("more")}</p>\n      <a href="/go" onClick={open}>{t("go")}</a>\n      <button aria-label={t("close")} onClick={open}><CloseIcon /></button>\n      <h1>{t("orders")}</h1>\n    </div>\n  );\n}\nfunction Plain() {\n  return <code>npm</code>;\n}\n',
  },
  {
    languages: ['typescript', 'javascript'],
    asks: 'function card(user) {\n  return `<p>${user}</p>\n    <img src="a.png">`; ⟵\n}\n',
    quiet: 'function card(user) {\n  return `<p>${user}</p>\n    <img src="a.png" alt="">`;\n}\n',
  },
  {
    languages: ['python'],
    asks: 'def card(user):\n    return f"<img src={user.image}>" ⟵\n',
    quiet: 'def card(user):\n    return f"<img src={user.image} alt={user.name}>"\n',
  },
  {
    languages: ['go'],
    asks: 'package a\n\nfunc card() string {\n\treturn `<div onclick="go()">Go</div>` ⟵\n}\n',
    quiet: 'package a\n\nfunc card() string {\n\treturn `<button onclick="go()">Go</button>`\n}\n',
  },
  {
    languages: ['rust'],
    asks: 'fn card() -> &\'static str {\n    r#"<img src="a.png">"# ⟵\n}\n',
    quiet: 'fn card() -> &\'static str {\n    r#"<img src="a.png" alt="">"#\n}\n',
  },
  {
    languages: ['java', 'csharp', 'cpp'],
    asks: 'class Card {\n  auto card() {\n    return "<img src=\'a.png\'>"; ⟵\n  }\n};\n',
    quiet: "class Card {\n  auto card() {\n    return \"<img src='a.png' alt=''>\";\n  }\n};\n",
  },
  {
    languages: ['ruby'],
    asks: "def card\n  \"<a tabindex='2' href='/'>Go</a>\" ⟵\nend\n",
    quiet: "def card\n  \"<a tabindex='0' href='/'>Go</a>\"\nend\n",
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction card() {\n  echo "<img src=\'a.png\'>"; ⟵\n?>\n<img src="b.png"> ⟵\n<?php\n}\n',
    quiet:
      '<?php\nfunction card() {\n  echo "<img src=\'a.png\' alt=\'\'>";\n?>\n<img src="b.png" alt="">\n<?php\n}\n',
  },
];

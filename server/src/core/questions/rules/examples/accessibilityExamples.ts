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
  {
    languages: ['tsx', 'javascript'],
    asks: 'export function Empty({ onShop }) {\n  const { t } = useTranslation();\n  return (\n    <form>\n      <p>Your cart is empty</p> ⟵\n      <input type="search" onChange={onShop} /> ⟵\n      <Field placeholder="Your name" /> ⟵\n      <button onClick={onShop}>{t("shop")}</button>\n    </form>\n  );\n}\n',
    quiet:
      'export function Empty({ onShop }) {\n  const { t } = useTranslation();\n  return (\n    <form>\n      <p>{t("empty")}</p>\n      <input type="search" aria-label={t("search")} onChange={onShop} />\n      <FormField><input name="a" /></FormField>\n      <Field placeholder={t("name")} />\n    </form>\n  );\n}\n',
  },
  {
    languages: ['typescript'],
    asks: '@Component({\n  template: `\n    <img [src]="photo.url"> ⟵\n    <div (click)="open()">Open</div> ⟵\n  `,\n})\nexport class Gallery {\n  photo = none;\n}\n',
    quiet:
      '@Component({\n  template: `\n    <img [src]="photo.url" [alt]="photo.title">\n    <button (click)="open()">Open</button>\n  `,\n})\nexport class Gallery {\n  photo = none;\n}\n',
  },
  {
    languages: ['cpp'],
    asks: 'std::string html(const Camera& camera) {\n  std::ostringstream page;\n  page << "<p>" << name << "</p>";\n  page << "<img src=\\"/stream/" << camera.id() << ".mjpg\\">"; ⟵\n  return page.str();\n}\n',
    quiet:
      'std::string html(const Camera& camera) {\n  std::ostringstream page;\n  page << "<p>" << name << "</p>";\n  page << "<img src=\\"/stream/" << camera.id() << ".mjpg\\" alt=\\"" << camera.name() << "\\">";\n  return page.str();\n}\n',
  },
  {
    languages: ['java'],
    asks: 'class View {\n  String form(String url) {\n    String image = "<img src=\\"" + url + "\\">"; ⟵\n    return image + "<input type=\'text\' name=\'user\'>"; ⟵\n  }\n}\n',
    quiet:
      'class View {\n  String form(String url) {\n    String image = "<img src=\\"" + url + "\\" alt=\\"\\">";\n    return image + "<label>User <input type=\'text\' name=\'user\'></label><input type=\'hidden\' name=\'id\'>";\n  }\n}\n',
  },
  {
    languages: ['php'],
    asks: '<?php\nfunction form(string $action): void\n{\n    ?>\n    <form action="<?= esc_url($action) ?>">\n        <input type="email" name="email" placeholder="<?= esc_attr__("Email") ?>"> ⟵\n    </form>\n    <?php\n}\n',
    quiet:
      '<?php\nfunction form(string $action): void\n{\n    ?>\n    <form action="<?= esc_url($action) ?>">\n        <label for="email"><?= esc_html__("Email") ?></label>\n        <input type="email" name="email" id="email">\n    </form>\n    <?php\n}\n',
  },
  {
    languages: ['ruby'],
    asks: 'module BadgeHelper\n  def row(badge)\n    concat tag.img(src: badge.icon, width: 32) ⟵\n    image_tag("logo.png") ⟵\n  end\nend\n',
    quiet:
      'module BadgeHelper\n  def row(badge)\n    concat tag.img(src: badge.icon, width: 32, alt: badge.name)\n    image_tag("logo.png", alt: "")\n  end\nend\n',
  },
  {
    languages: ['tsx'],
    asks: `const Row = ({ open }) => <div className="row" onClick={open} />; ⟵`,
    quiet: `const Row = ({ open, index }) => <div tabIndex={index} onClick={open} />;
const stop = (event) => event.nativeEvent.stopImmediatePropagation();
const Bar = ({ items }) => <span onClick={stop}>{items}</span>;`,
  },
  {
    languages: ['php'],
    asks: `<?php
echo '<form><input name="a" value="2" /></form>'; ⟵`,
    quiet: `<?php
echo '<form id="f" style="display:none">';
echo '<input name="a" value="2" /></form>';
print "<input type='password' style='display:none' value=''>";`,
  },
  {
    languages: ['rust'],
    asks: `fn a() { show("<input name='a'>"); } ⟵`,
    quiet: `fn a() { show("Usage: tool <secret> <input data> <input >output"); }`,
  },
];

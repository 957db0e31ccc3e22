<?php
// PHP's own parser (php-ast) for the oracle: see test/oracle/engine/lineProcess.ts.
ini_set('memory_limit', '1G');
error_reporting(0);

/** The tree in words, without positions, comments and numbers of declarations. */
function shown($node): string
{
    if (!$node instanceof ast\Node) {
        $flags = JSON_PRESERVE_ZERO_FRACTION | JSON_INVALID_UTF8_SUBSTITUTE;
        return gettype($node) . ':' . json_encode($node, $flags);
    }
    $parts = [];
    foreach ($node->children as $name => $child) {
        if ($name === 'docComment' || $name === '__declId') {
            continue;
        }
        $parts[] = $name . '=' . shown($child);
    }
    return ast\get_kind_name($node->kind) . $node->flags . '(' . implode(',', $parts) . ')';
}

while (($line = fgets(STDIN)) !== false) {
    $text = base64_decode($line);
    // What follows a `<?php` without white space is no code, but text up to the next mark. No
    // grammar reads it so; the product tells such a mark from a good one and looks no further.
    if (preg_match('/<\?php(?!\s)/i', $text)) {
        echo "!\n";
        continue;
    }
    try {
        $answer = '=' . base64_encode(shown(ast\parse_code($text, 90)));
    } catch (Throwable $error) {
        $answer = '!' . base64_encode($error->getMessage());
    }
    echo $answer, "\n";
}

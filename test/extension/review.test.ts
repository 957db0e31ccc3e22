import assert from 'node:assert/strict';
import { withBlockText } from '../../src/act/reviewedText.ts';
import { blockView } from '../support/blockViews.ts';

const TEXT = 'class A {\n  one() {\n    return 2;\n  }\n}\n';
const BLOCK = blockView({ startLine: 1, endLine: 3 });

describe('The file as it was reviewed', () => {
  it('differs from the file only in the block', () => {
    const reviewed = '  one() {\n    return 1;\n  }';
    assert.equal(withBlockText(TEXT, BLOCK, reviewed), TEXT.replace('2', '1'));
  });

  it('keeps the indentation before a block whose text starts after it', () => {
    const reviewed = 'one() {\n    return 1;\n  }\n';
    assert.equal(withBlockText(TEXT, BLOCK, reviewed), TEXT.replace('2', '1'));
  });

  it('keeps the line ends of the file', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    const reviewed = '  one() {\n    return 1;\n  }';
    assert.equal(withBlockText(text, BLOCK, reviewed), text.replace('2', '1'));
  });

  it('may have been longer or shorter', () => {
    assert.equal(withBlockText(TEXT, BLOCK, '  one() {}'), 'class A {\n  one() {}\n}\n');
  });
});

# Ruby's own parser for the oracle: see test/oracle/engine/lineProcess.ts. The tree is Ripper's,
# without positions and without the empty statements that `;;` and bare bodies leave.
require 'ripper'
require 'base64'

class Tree < Ripper::SexpBuilderPP
  # Ripper counts what its dedenting takes away; here the text that is left is the tree.
  SCANNER_EVENTS.each { |event| define_method("on_#{event}") { |token| [:"@#{event}", +token] } }

  def on_heredoc_dedent(parts, width)
    parts.each { |part| dedent_string(part[1], width) if part.is_a?(Array) && part[0] == :@tstring_content }
    parts
  end

  # Only tells that no comma stands behind the last argument.
  def on_args_add_block(arguments, block) = block ? super : arguments

  def on_void_stmt = nil

  def on_stmts_add(list, statement)
    statement.nil? ? list : super
  end
end

$stdout.sync = true
$stderr = File.open(File::NULL, 'w')
$stdin.each_line do |line|
  text = Base64.decode64(line).force_encoding(Encoding::UTF_8)
  tree = Tree.new(text)
  parsed = begin
    tree.parse
  rescue StandardError
    nil
  end
  if parsed.nil? || tree.error?
    puts '!'
  else
    puts "=#{Base64.strict_encode64(parsed.inspect)}"
  end
end

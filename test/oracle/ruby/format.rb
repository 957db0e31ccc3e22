# RuboCop's layout cops as a line process: see test/oracle/engine/lineProcess.ts.
require 'rubocop'
require 'base64'
require 'stringio'
require 'tmpdir'

answers = $stdout.dup
answers.sync = true
Dir.mktmpdir do |folder|
  config = File.join(folder, '.rubocop.yml')
  File.write(config, <<~YAML)
    AllCops:
      DisabledByDefault: true
      SuggestExtensions: false
    Layout:
      Enabled: true
    Layout/LineLength:
      Enabled: true
    # Writes other literals: `<<~` for `<<-`, with an indentation that was not in the text.
    Layout/HeredocIndentation:
      Enabled: false
  YAML
  file = File.join(folder, 'text.rb')
  $stdin.each_line do |line|
    File.binwrite(file, Base64.decode64(line))
    $stdout = StringIO.new
    $stderr = StringIO.new
    arguments = ['-a', '--cache', 'false', '--config', config, '--format', 'quiet', file]
    status = RuboCop::CLI.new.run(arguments)
    # 2 is a fault of RuboCop's own; what it could not mend is no fault.
    answers.puts(status == 2 ? '!' : "=#{Base64.strict_encode64(File.binread(file))}")
  end
end

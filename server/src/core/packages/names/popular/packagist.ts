import { words } from '../words.ts';

/** Packages of Packagist that are used most. */
export const PACKAGIST: ReadonlySet<string> = words(`
  aws/aws-sdk-php barryvdh/laravel-debugbar barryvdh/laravel-dompdf cakephp/cakephp
  codeigniter4/framework defuse/php-encryption doctrine/collections doctrine/dbal
  doctrine/doctrine-bundle doctrine/migrations doctrine/orm dompdf/dompdf fakerphp/faker
  filp/whoops firebase/php-jwt friendsofphp/php-cs-fixer fzaninotto/faker google/apiclient
  guzzlehttp/guzzle guzzlehttp/psr7 illuminate/database illuminate/support intervention/image
  laminas/laminas-mvc laravel/framework laravel/horizon laravel/passport laravel/sanctum
  laravel/socialite laravel/tinker lcobucci/jwt league/commonmark league/csv league/flysystem
  league/oauth2-client maatwebsite/excel mockery/mockery monolog/monolog nesbot/carbon
  nikic/fast-route nikic/php-parser nyholm/psr7 pestphp/pest php-di/php-di phpmailer/phpmailer
  phpoffice/phpspreadsheet phpseclib/phpseclib phpstan/phpstan phpunit/phpunit predis/predis
  psr/container psr/http-message psr/log pusher/pusher-php-server ramsey/uuid rector/rector
  respect/validation slim/psr7 slim/slim spatie/laravel-permission squizlabs/php_codesniffer
  stripe/stripe-php swiftmailer/swiftmailer symfony/config symfony/console
  symfony/dependency-injection symfony/dotenv symfony/event-dispatcher symfony/filesystem
  symfony/finder symfony/framework-bundle symfony/http-client symfony/http-foundation
  symfony/http-kernel symfony/mailer symfony/process symfony/routing symfony/security-bundle
  symfony/serializer symfony/twig-bundle symfony/validator symfony/var-dumper symfony/yaml
  tecnickcom/tcpdf twig/twig vimeo/psalm vlucas/phpdotenv yiisoft/yii2
`);

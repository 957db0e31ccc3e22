import { words } from '../words.ts';

/** Modules of Go that are used most. */
export const GO: ReadonlySet<string> = words(`
  cloud.google.com/go github.com/99designs/gqlgen github.com/Azure/azure-sdk-for-go
  github.com/BurntSushi/toml github.com/IBM/sarama github.com/PuerkitoBio/goquery
  github.com/Shopify/sarama github.com/aws/aws-lambda-go github.com/aws/aws-sdk-go
  github.com/aws/aws-sdk-go-v2 github.com/caarlos0/env github.com/cenkalti/backoff
  github.com/cenkalti/backoff/v4 github.com/cespare/xxhash github.com/charmbracelet/bubbletea
  github.com/charmbracelet/lipgloss github.com/davecgh/go-spew github.com/dgraph-io/badger
  github.com/dgraph-io/ristretto github.com/dgrijalva/jwt-go github.com/docker/docker
  github.com/elastic/go-elasticsearch github.com/fatih/color github.com/fsnotify/fsnotify
  github.com/gin-gonic/gin github.com/go-chi/chi github.com/go-chi/chi/v5
  github.com/go-playground/validator github.com/go-playground/validator/v10
  github.com/go-redis/redis github.com/go-resty/resty/v2 github.com/go-sql-driver/mysql
  github.com/goccy/go-yaml github.com/gocolly/colly github.com/gofiber/fiber
  github.com/gofiber/fiber/v2 github.com/golang-jwt/jwt github.com/golang-jwt/jwt/v4
  github.com/golang-jwt/jwt/v5 github.com/golang-migrate/migrate/v4 github.com/golang/mock
  github.com/golang/protobuf github.com/gomodule/redigo github.com/google/go-cmp
  github.com/google/uuid github.com/google/wire github.com/gorilla/mux
  github.com/gorilla/sessions github.com/gorilla/websocket github.com/graphql-go/graphql
  github.com/grpc-ecosystem/grpc-gateway github.com/hashicorp/consul
  github.com/hashicorp/go-multierror github.com/hashicorp/golang-lru github.com/hashicorp/vault
  github.com/jackc/pgx github.com/jackc/pgx/v4 github.com/jackc/pgx/v5 github.com/jmoiron/sqlx
  github.com/joho/godotenv github.com/json-iterator/go github.com/julienschmidt/httprouter
  github.com/kelseyhightower/envconfig github.com/labstack/echo github.com/labstack/echo/v4
  github.com/lib/pq github.com/mattn/go-isatty github.com/mattn/go-sqlite3
  github.com/mitchellh/go-homedir github.com/mitchellh/mapstructure github.com/nats-io/nats.go
  github.com/onsi/ginkgo github.com/onsi/ginkgo/v2 github.com/onsi/gomega
  github.com/patrickmn/go-cache github.com/pelletier/go-toml github.com/pkg/errors
  github.com/pmezard/go-difflib github.com/prometheus/client_golang
  github.com/rabbitmq/amqp091-go github.com/redis/go-redis/v9 github.com/robfig/cron
  github.com/robfig/cron/v3 github.com/rs/cors github.com/rs/zerolog github.com/samber/lo
  github.com/segmentio/kafka-go github.com/shopspring/decimal github.com/sirupsen/logrus
  github.com/spf13/afero github.com/spf13/cobra github.com/spf13/pflag github.com/spf13/viper
  github.com/streadway/amqp github.com/stretchr/testify github.com/swaggo/gin-swagger
  github.com/swaggo/swag github.com/testcontainers/testcontainers-go github.com/tidwall/gjson
  github.com/uptrace/bun github.com/urfave/cli github.com/urfave/cli/v2
  github.com/valyala/fasthttp go.mongodb.org/mongo-driver go.opentelemetry.io/otel
  go.uber.org/atomic go.uber.org/fx go.uber.org/mock go.uber.org/zap golang.org/x/crypto
  golang.org/x/exp golang.org/x/mod golang.org/x/net golang.org/x/oauth2 golang.org/x/sync
  golang.org/x/sys golang.org/x/term golang.org/x/text golang.org/x/time golang.org/x/tools
  google.golang.org/api google.golang.org/grpc google.golang.org/protobuf gopkg.in/yaml.v2
  gopkg.in/yaml.v3 gorm.io/driver/mysql gorm.io/driver/postgres gorm.io/driver/sqlite
  gorm.io/gorm k8s.io/api k8s.io/apimachinery k8s.io/client-go modernc.org/sqlite
  sigs.k8s.io/controller-runtime
`);

import { words } from '../words.ts';

/** Artifacts of Maven's central that are used most. */
export const MAVEN: ReadonlySet<string> = words(`
  ch.qos.logback:logback-classic com.auth0:java-jwt
  com.fasterxml.jackson.core:jackson-annotations com.fasterxml.jackson.core:jackson-core
  com.fasterxml.jackson.core:jackson-databind
  com.fasterxml.jackson.datatype:jackson-datatype-jsr310 com.github.ben-manes.caffeine:caffeine
  com.google.code.gson:gson com.google.guava:guava com.google.inject:guice
  com.google.protobuf:protobuf-java com.h2database:h2 com.mysql:mysql-connector-j
  com.squareup.okhttp3:okhttp com.squareup.retrofit2:retrofit com.zaxxer:HikariCP
  commons-codec:commons-codec commons-io:commons-io io.grpc:grpc-netty io.grpc:grpc-stub
  io.jsonwebtoken:jjwt-api io.lettuce:lettuce-core io.micrometer:micrometer-core
  io.micronaut:micronaut-core io.netty:netty-all io.projectreactor:reactor-core
  io.quarkus:quarkus-core io.reactivex.rxjava3:rxjava io.rest-assured:rest-assured
  jakarta.persistence:jakarta.persistence-api jakarta.servlet:jakarta.servlet-api
  javax.servlet:javax.servlet-api junit:junit mysql:mysql-connector-java
  org.apache.commons:commons-collections4 org.apache.commons:commons-compress
  org.apache.commons:commons-csv org.apache.commons:commons-lang3
  org.apache.commons:commons-text org.apache.httpcomponents.client5:httpclient5
  org.apache.httpcomponents:httpclient org.apache.kafka:kafka-clients
  org.apache.logging.log4j:log4j-api org.apache.logging.log4j:log4j-core org.apache.poi:poi
  org.apache.poi:poi-ooxml org.assertj:assertj-core org.flywaydb:flyway-core
  org.hamcrest:hamcrest org.hibernate.orm:hibernate-core
  org.hibernate.validator:hibernate-validator org.hibernate:hibernate-core
  org.jetbrains.kotlin:kotlin-stdlib org.jetbrains.kotlinx:kotlinx-coroutines-core
  org.jsoup:jsoup org.junit.jupiter:junit-jupiter org.junit.jupiter:junit-jupiter-api
  org.junit.jupiter:junit-jupiter-engine org.liquibase:liquibase-core org.mapstruct:mapstruct
  org.mockito:mockito-core org.mockito:mockito-junit-jupiter org.mongodb:mongodb-driver-sync
  org.postgresql:postgresql org.projectlombok:lombok org.quartz-scheduler:quartz
  org.slf4j:slf4j-api org.slf4j:slf4j-simple org.springframework.boot:spring-boot-starter
  org.springframework.boot:spring-boot-starter-actuator
  org.springframework.boot:spring-boot-starter-data-jpa
  org.springframework.boot:spring-boot-starter-data-redis
  org.springframework.boot:spring-boot-starter-jdbc
  org.springframework.boot:spring-boot-starter-security
  org.springframework.boot:spring-boot-starter-test
  org.springframework.boot:spring-boot-starter-thymeleaf
  org.springframework.boot:spring-boot-starter-validation
  org.springframework.boot:spring-boot-starter-web
  org.springframework.boot:spring-boot-starter-webflux org.springframework:spring-context
  org.springframework:spring-core org.springframework:spring-web
  org.testcontainers:testcontainers org.yaml:snakeyaml redis.clients:jedis
  software.amazon.awssdk:s3
`);

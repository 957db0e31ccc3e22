import { words } from '../words.ts';

/** Packages of NuGet that are used most. */
export const NUGET: ReadonlySet<string> = words(`
  AWSSDK.Core AWSSDK.S3 AngleSharp AutoFixture AutoMapper Azure.Identity Azure.Storage.Blobs
  BCrypt.Net-Next BenchmarkDotNet Bogus ClosedXML CommandLineParser Confluent.Kafka CsvHelper
  Dapper EPPlus FakeItEasy FluentAssertions FluentValidation Flurl.Http Google.Protobuf
  Grpc.AspNetCore Grpc.Net.Client Hangfire HtmlAgilityPack Humanizer MSTest.TestAdapter
  MSTest.TestFramework MailKit Mapster MassTransit MediatR
  Microsoft.AspNetCore.Authentication.JwtBearer
  Microsoft.AspNetCore.Identity.EntityFrameworkCore Microsoft.AspNetCore.Mvc.Testing
  Microsoft.AspNetCore.OpenApi Microsoft.Data.SqlClient Microsoft.Data.Sqlite
  Microsoft.EntityFrameworkCore Microsoft.EntityFrameworkCore.Design
  Microsoft.EntityFrameworkCore.InMemory Microsoft.EntityFrameworkCore.SqlServer
  Microsoft.EntityFrameworkCore.Sqlite Microsoft.EntityFrameworkCore.Tools
  Microsoft.Extensions.Caching.Memory Microsoft.Extensions.Configuration
  Microsoft.Extensions.Configuration.Json Microsoft.Extensions.DependencyInjection
  Microsoft.Extensions.Hosting Microsoft.Extensions.Http Microsoft.Extensions.Logging
  Microsoft.Extensions.Options Microsoft.IdentityModel.Tokens Microsoft.NET.Test.Sdk
  MongoDB.Driver Moq MySql.Data MySqlConnector NLog NSubstitute NSwag.AspNetCore NUnit
  NUnit3TestAdapter Newtonsoft.Json NodaTime Npgsql Npgsql.EntityFrameworkCore.PostgreSQL Polly
  Pomelo.EntityFrameworkCore.MySql Quartz RabbitMQ.Client Refit RestSharp Serilog
  Serilog.AspNetCore Serilog.Sinks.Console Serilog.Sinks.File Shouldly SixLabors.ImageSharp
  SkiaSharp Spectre.Console StackExchange.Redis StyleCop.Analyzers Swashbuckle.AspNetCore
  System.CommandLine System.Data.SqlClient System.IdentityModel.Tokens.Jwt System.Text.Json
  YamlDotNet coverlet.collector log4net xunit xunit.runner.visualstudio
`);

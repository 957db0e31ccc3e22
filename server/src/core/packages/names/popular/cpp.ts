import { words } from '../words.ts';

/** Ports of vcpkg and Conan that are used most. */
export const CPP: ReadonlySet<string> = words(`
  abseil argparse asio assimp benchmark boost boost-asio boost-beast box2d brotli bullet3 bzip2
  cairo catch2 cereal cli11 cpp-httplib cppkafka cppzmq cpr crow cryptopp curl cxxopts date
  docopt doctest drogon eigen eigen3 entt expat ffmpeg flatbuffers fmt folly freetype gflags
  glad glew glfw glfw3 glm glog grpc gtest hiredis icu imgui jemalloc jsoncpp jwt-cpp libcurl
  libevent libjpeg-turbo liblzma libmysql libpng libpq libpqxx librdkafka libressl libsodium
  libuv libxml2 lz4 magic-enum magic_enum mbedtls mimalloc mongo-cxx-driver ms-gsl msgpack
  msgpack-cxx nlohmann-json nlohmann_json opencv opencv4 openssl pcre2 pistache poco protobuf
  pugixml qt qtbase rabbitmq-c range-v3 rapidjson raylib re2 redis-plus-plus restinio sdl2 sfml
  simdjson spdlog sqlite3 sqlitecpp stb taskflow tbb tiff tinyxml2 tomlplusplus utfcpp
  vulkan-headers websocketpp xz yaml-cpp zeromq zlib zstd
`);

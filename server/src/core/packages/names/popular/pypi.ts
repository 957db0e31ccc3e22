import { words } from '../words.ts';

/** Distributions of PyPI that are used most, in the one form of their spellings. */
export const PYPI: ReadonlySet<string> = words(`
  accelerate aiofiles aiohttp aiomysql aioredis aiosqlite alembic altair ansible anthropic
  antlr4-python3-runtime anyio appdirs apscheduler argcomplete argon2-cffi ariadne arrow
  asyncpg attrs authlib autopep8 awscli azure-identity azure-storage-blob babel backoff bandit
  bcrypt beautifulsoup4 black bleach blinker bokeh boltons boto3 botocore bottle brotli build
  cachetools cassandra-driver catboost cattrs cbor2 celery certifi cffi channels chardet
  charset-normalizer chromadb click colorama confluent-kafka coverage cryptography cssselect
  cx-freeze cython cytoolz dash dask dataclasses-json datadog datasets decorator defusedxml
  deprecated diffusers discord-py diskcache django django-cors-headers django-debug-toolbar
  django-environ django-filter django-storages djangorestframework dnspython docker docopt
  docutils dramatiq duckdb dynaconf elasticsearch email-validator emoji environs fabric
  factory-boy faiss-cpu faker falcon fastapi feedparser filelock fiona fire flake8 flask
  flask-cors flask-login flask-migrate flask-restful flask-sqlalchemy flask-wtf flax flit
  flower folium freezegun fsspec ftfy future fuzzywuzzy gcsfs gensim geopandas gitpython glom
  google-api-python-client google-auth google-cloud-storage gradio graphene grpcio grpcio-tools
  gunicorn gym gymnasium hatch hatchling html5lib httpcore httpx huey huggingface-hub humanize
  hydra-core hypercorn hypothesis idna imageio importlib-metadata importlib-resources
  influxdb-client invoke ipykernel ipython isort itsdangerous jax jaxlib jellyfish jinja2 jira
  joblib jsonschema jupyter jupyterlab kafka-python keras kivy kombu kubernetes langchain
  langchain-community langchain-core langchain-openai lark levenshtein lightgbm linkify-it-py
  llama-index loguru lxml lz4 mako markdown markdown-it-py markupsafe marshmallow matplotlib
  mechanize mistune mkdocs mkdocs-material mlflow mock modin mongoengine more-itertools motor
  moviepy msal msgpack mypy mysql-connector-python mysqlclient nbconvert nbformat neo4j netaddr
  networkx nh3 nltk notebook nox nuitka numba numpy oauthlib omegaconf openai opencv-python
  opencv-python-headless openpyxl opensearch-py opentelemetry-api opentelemetry-sdk optuna
  orjson packaging pandas papermill paramiko parsel passlib pathspec pdfplumber pdm peewee
  pendulum pexpect pgvector phonenumbers pika pillow pinecone-client pip platformdirs
  playwright plotly ply poetry poetry-core polars portalocker praw pre-commit prometheus-client
  protobuf psutil psycopg psycopg2 psycopg2-binary pyarrow pyautogui pybind11 pycryptodome
  pydantic pydantic-core pydantic-settings pygame pygithub pyglet pygments pyinstaller pyjwt
  pylint pymongo pymupdf pymysql pynacl pynput pyopenssl pyparsing pypdf pypdf2 pyproj pyqt5
  pyqt6 pyramid pyright pyserial pyside6 pyspark pytesseract pytest pytest-asyncio pytest-cov
  pytest-django pytest-mock pytest-xdist python-dateutil python-decouple python-docx
  python-dotenv python-jose python-multipart python-pptx python-slugify python-socketio
  python-telegram-bot pytz pyusb pyyaml pyzmq qdrant-client quart rapidfuzz rasterio ray redis
  regex reportlab requests requests-oauthlib requests-toolbelt responses respx retrying rich rq
  ruamel-yaml ruff s3fs s3transfer sanic scapy schedule scikit-image scikit-learn scipy scrapy
  seaborn selenium sendgrid sentence-transformers sentencepiece sentry-sdk setuptools shapely
  simplejson six slack-sdk sortedcontainers soupsieve spacy sphinx sqlalchemy sqlmodel
  stable-baselines3 starlette statsd statsmodels strawberry-graphql streamlit stripe structlog
  sympy tabulate tenacity tensorboard tensorflow termcolor textblob textual thefuzz tiktoken
  tokenizers toml tomli tomli-w tomlkit toolz torch torchaudio torchvision tornado tortoise-orm
  tox tqdm transformers tree-sitter trio tweepy twilio twine typer typing-extensions
  typing-inspect tzdata tzlocal ujson unidecode unittest2 untangle urllib3 uv uvicorn vaex
  validators vcrpy virtualenv wandb watchdog weasyprint weaviate-client websocket-client
  websockets wheel wrapt xgboost xlrd xlsxwriter xlwt xmltodict yapf zeroconf zipp zstandard
`);

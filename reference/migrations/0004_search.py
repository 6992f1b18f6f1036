from django.db import migrations, models
import django.db.models.deletion

# PostgreSQL keeps the words of the three parts itself; on SQLite see reference/search/installing.py
ADD_COLUMN = """
ALTER TABLE reference_searchdocument ADD COLUMN search tsvector NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('simple'::regconfig, names), 'A')
    || setweight(to_tsvector('simple'::regconfig, context), 'B')
    || setweight(to_tsvector('simple'::regconfig, body), 'D')
) STORED
"""
ADD_INDEX = "CREATE INDEX reference_searchdocument_search ON reference_searchdocument USING gin (search)"


def index_words(apps, schema_editor):
    if schema_editor.connection.vendor == 'postgresql':
        schema_editor.execute(ADD_COLUMN)
        schema_editor.execute(ADD_INDEX)


def drop_index(apps, schema_editor):
    """The column goes with its table."""
    if schema_editor.connection.vendor == 'sqlite':
        schema_editor.execute('DROP TABLE IF EXISTS reference_searchindex')


class Migration(migrations.Migration):

    dependencies = [
        ('reference', '0003_data_change'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchDocument',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('parent', models.BigIntegerField(db_index=True, help_text='The document whose names find this one too.', null=True)),
                ('title', models.CharField(max_length=400)),
                ('names', models.TextField()),
                ('context', models.TextField()),
                ('body', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='SearchWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(max_length=100, unique=True)),
                ('stem', models.CharField(db_index=True, max_length=100)),
            ],
            options={
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='SearchName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(db_index=True, max_length=400)),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='own_names', to='reference.searchdocument')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('document', 'name'), name='search_name_once_each')],
            },
        ),
        migrations.RunPython(index_words, drop_index, elidable=False),
    ]

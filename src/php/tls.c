#include "tls.h"

#include "classes.h"
#include "exceptions.h"
#include "zend_attributes.h"
#include "zend_exceptions.h"

#include "tls_arginfo.h"

/* The constructor's arguments, by number. */
enum { ARG_CERTIFICATE = 1, ARG_PRIVATE_KEY, ARG_PASSPHRASE, ARG_SNI, ARG_CLIENT_CA, ARG_VERSION };

/* RFC 1035 2.3.4 */
#define NAME_MAX_BYTES 253

typedef struct php_rtcomm_tls {
	rtc_tls *tls; /* a reference; NULL until the constructor has run */
	zend_object std;
} php_rtcomm_tls;

zend_class_entry *rtcomm_ce_Tls;

static zend_object_handlers handlers;

static php_rtcomm_tls *tls_from_obj(zend_object *object)
{
	return (php_rtcomm_tls *)((char *)object - XtOffsetOf(php_rtcomm_tls, std));
}

static zend_object *tls_create(zend_class_entry *ce)
{
	php_rtcomm_tls *tls = zend_object_alloc(sizeof(*tls), ce);

	tls->tls = NULL;
	zend_object_std_init(&tls->std, ce);
	object_properties_init(&tls->std, ce);
	tls->std.handlers = &handlers;
	return &tls->std;
}

static void tls_free(zend_object *object)
{
	rtc_tls_unref(tls_from_obj(object)->tls);
	zend_object_std_dtor(object);
}

rtc_tls *php_rtcomm_tls_of(zend_object *object)
{
	rtc_tls *tls = tls_from_obj(object)->tls;

	if (tls == NULL) {
		zend_throw_exception(rtcomm_ce_RuntimeException, "The Tls was never constructed", 0);
	}
	return tls;
}

/* ---- what the constructor is given ------------------------------------------------------------
 */

/* The engine's configuration while it is put together; its paths are absolute and owned, so that a
 * reload finds them from another directory. */
typedef struct configuration {
	rtc_tls_config config;
	rtc_tls_certificate *certificates;
} configuration;

static void configuration_init(configuration *given, const HashTable *sni)
{
	uint32_t most = 1 + (sni != NULL ? zend_hash_num_elements(sni) : 0);

	*given = (configuration){.certificates = ecalloc(most, sizeof(*given->certificates))};
	given->config.certificates = given->certificates;
}

static void free_text(const char *text)
{
	if (text != NULL) {
		efree((char *)(uintptr_t)text);
	}
}

static void configuration_free(configuration *given)
{
	for (size_t i = 0; i < given->config.certificate_count; i++) {
		free_text(given->certificates[i].certificate);
		free_text(given->certificates[i].private_key);
	}
	free_text(given->config.client_ca);
	efree(given->certificates);
}

/* A path where PHP would look for it. NULL with an exception. */
static const char *file_path(const char *path)
{
	char *absolute = expand_filepath(path, NULL);

	if (absolute == NULL) {
		zend_throw_exception_ex(rtcomm_ce_ListenException, 0, "%s is not the path of a file", path);
		return NULL;
	}
	if (php_check_open_basedir_ex(absolute, 0) != 0) {
		zend_throw_exception_ex(
			rtcomm_ce_ListenException, 0, "open_basedir does not allow %s", absolute);
		efree(absolute);
		return NULL;
	}
	return absolute;
}

/* Adds a certificate; the configuration has room for it. False with an exception. */
static bool add_certificate(configuration *given, const char *name, const char *certificate,
	const char *private_key, const char *passphrase)
{
	rtc_tls_certificate *to = &given->certificates[given->config.certificate_count++];

	to->name = name;
	to->passphrase = passphrase;
	to->certificate = file_path(certificate);
	if (to->certificate == NULL) {
		return false;
	}
	to->private_key = file_path(private_key);
	return to->private_key != NULL;
}

/* A host's name, or one with "*." before it. */
static bool is_name(const zend_string *name)
{
	const char *text = ZSTR_VAL(name);
	size_t len = ZSTR_LEN(name);
	size_t begin = len > 2 && text[0] == '*' && text[1] == '.' ? 2 : 0;

	for (size_t i = begin; i < len; i++) {
		if ((uint8_t)text[i] <= ' ' || (uint8_t)text[i] >= 0x7f || text[i] == '*') {
			return false;
		}
	}
	return len > 0 && len <= NAME_MAX_BYTES && text[begin] != '.' && text[len - 1] != '.';
}

/* A text of an entry of `sni`; NULL where there is none, with an exception if it must be there or
 * is not a text. */
static const char *entry_text(
	const zend_string *name, HashTable *entry, const char *key, bool needed)
{
	zval *value = zend_hash_str_find_deref(entry, key, strlen(key));

	if ((value == NULL || Z_TYPE_P(value) == IS_NULL) && !needed) {
		return NULL;
	}
	if (value == NULL || Z_TYPE_P(value) != IS_STRING ||
		strlen(Z_STRVAL_P(value)) != Z_STRLEN_P(value)) {
		zend_argument_value_error(
			ARG_SNI, "must have a string without null bytes as '%s' of '%s'", key, ZSTR_VAL(name));
		return NULL;
	}
	return Z_STRVAL_P(value);
}

static bool check_entry_keys(const zend_string *name, HashTable *entry)
{
	zend_string *key;

	ZEND_HASH_FOREACH_STR_KEY(entry, key)
	{
		if (key == NULL ||
			(!zend_string_equals_literal(key, "certificate") &&
				!zend_string_equals_literal(key, "privateKey") &&
				!zend_string_equals_literal(key, "passphrase"))) {
			zend_argument_value_error(ARG_SNI,
				"must have nothing but 'certificate', 'privateKey' and 'passphrase' for '%s'",
				ZSTR_VAL(name));
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool add_entry(configuration *given, const zend_string *name, HashTable *entry)
{
	const char *certificate;
	const char *private_key;
	const char *passphrase;

	if (!check_entry_keys(name, entry)) {
		return false;
	}
	certificate = entry_text(name, entry, "certificate", true);
	private_key = EG(exception) == NULL ? entry_text(name, entry, "privateKey", true) : NULL;
	passphrase = EG(exception) == NULL ? entry_text(name, entry, "passphrase", false) : NULL;
	return EG(exception) == NULL &&
		add_certificate(given, ZSTR_VAL(name), certificate, private_key, passphrase);
}

static bool add_entries(configuration *given, HashTable *sni)
{
	zend_string *name;
	zval *entry;

	if (sni == NULL) {
		return true;
	}
	ZEND_HASH_FOREACH_STR_KEY_VAL (sni, name, entry) {
		ZVAL_DEREF(entry);
		if (name == NULL || !is_name(name)) {
			zend_argument_value_error(
				ARG_SNI, "must have names of hosts as keys, or such with \"*.\" before them");
			return false;
		}
		if (Z_TYPE_P(entry) != IS_ARRAY) {
			zend_argument_value_error(ARG_SNI,
				"must have an array with 'certificate' and 'privateKey' for '%s'", ZSTR_VAL(name));
			return false;
		}
		if (!add_entry(given, name, Z_ARRVAL_P(entry))) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool set_version(configuration *given, const zend_string *version)
{
	given->config.min_version = RTC_TLS_1_2;
	if (version == NULL || zend_string_equals_literal(version, "TLSv1.2")) {
		return true;
	}
	given->config.min_version = RTC_TLS_1_3;
	if (zend_string_equals_literal(version, "TLSv1.3")) {
		return true;
	}
	zend_argument_value_error(ARG_VERSION, "must be \"TLSv1.2\" or \"TLSv1.3\"");
	return false;
}

static rtc_tls *open_files(const configuration *given)
{
	char error[RTC_TLS_ERROR_MAX];
	rtc_tls *tls = rtc_tls_new(&given->config, error);

	if (tls == NULL) {
		zend_throw_exception(rtcomm_ce_ListenException, error, 0);
	}
	return tls;
}

static bool check_library(void)
{
	if (rtc_tls_library() != NULL) {
		return true;
	}
	zend_throw_exception(rtcomm_ce_RuntimeException,
		"This rtcomm was built without TLS: build it with --with-rtcomm-openssl", 0);
	return false;
}

ZEND_METHOD(RtComm_Tls, __construct)
{
	php_rtcomm_tls *tls = tls_from_obj(Z_OBJ_P(ZEND_THIS));
	zend_string *certificate;
	zend_string *private_key;
	zend_string *passphrase = NULL;
	zend_string *client_ca = NULL;
	zend_string *version = NULL;
	HashTable *sni = NULL;
	configuration given;

	ZEND_PARSE_PARAMETERS_START(2, 6)
	Z_PARAM_PATH_STR(certificate)
	Z_PARAM_PATH_STR(private_key)
	Z_PARAM_OPTIONAL
	Z_PARAM_PATH_STR_OR_NULL(passphrase)
	Z_PARAM_ARRAY_HT(sni)
	Z_PARAM_PATH_STR_OR_NULL(client_ca)
	Z_PARAM_STR(version)
	ZEND_PARSE_PARAMETERS_END();
	if (tls->tls != NULL) {
		zend_throw_error(NULL, "The Tls is already constructed");
		RETURN_THROWS();
	}
	if (!check_library()) {
		RETURN_THROWS();
	}
	configuration_init(&given, sni);
	if (set_version(&given, version) &&
		add_certificate(&given, NULL, ZSTR_VAL(certificate), ZSTR_VAL(private_key),
			passphrase != NULL ? ZSTR_VAL(passphrase) : NULL) &&
		add_entries(&given, sni) &&
		(client_ca == NULL || (given.config.client_ca = file_path(ZSTR_VAL(client_ca))) != NULL)) {
		tls->tls = open_files(&given);
	}
	configuration_free(&given);
}

ZEND_METHOD(RtComm_Tls, reload)
{
	char error[RTC_TLS_ERROR_MAX];
	rtc_tls *tls;

	ZEND_PARSE_PARAMETERS_NONE();
	tls = php_rtcomm_tls_of(Z_OBJ_P(ZEND_THIS));
	if (tls == NULL) {
		RETURN_THROWS();
	}
	if (rtc_tls_reload(tls, error) != RTC_OK) {
		zend_throw_exception(rtcomm_ce_RuntimeException, error, 0);
	}
}

/* Keeps passphrases out of traces. PHP 8.1 has no such attribute, so that it is not the stub's. */
static void hide_passphrases(zend_class_entry *ce)
{
#if PHP_VERSION_ID >= 80200
	HashTable *functions = &ce->function_table;
	zend_function *constructor = zend_hash_str_find_ptr(functions, ZEND_STRL("__construct"));
	zend_string *attribute = ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER);

	zend_add_parameter_attribute(constructor, ARG_PASSPHRASE - 1, attribute, 0);
	zend_add_parameter_attribute(constructor, ARG_SNI - 1, attribute, 0);
#else
	(void)ce;
#endif
}

void php_rtcomm_minit_tls(void)
{
	rtcomm_ce_Tls = register_class_RtComm_Tls();
	rtcomm_ce_Tls->create_object = tls_create;
	hide_passphrases(rtcomm_ce_Tls);
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = XtOffsetOf(php_rtcomm_tls, std);
	handlers.free_obj = tls_free;
	handlers.clone_obj = NULL;
	handlers.compare = zend_objects_not_comparable;
}

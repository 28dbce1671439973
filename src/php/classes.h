/* What each file of src/php/ registers when the module starts. rtcomm.c calls them in this order,
 * which is the order of the classes: a parent or an interface before those that name it. */
#ifndef PHP_RTCOMM_CLASSES_H
#define PHP_RTCOMM_CLASSES_H

#endif

/* UTF-8 a vector at a time, by the method of J. Keiser and D. Lemire, "Validating UTF-8 In Less
 * Than One Instruction Per Byte" (2021). A body shared by files that define before including it:
 *
 *	vec                     a vector of uint8_t
 *	VEC_TARGET              the attribute of functions that use it, perhaps empty
 *	look_up(table, index)   a table's 16 entries by the lanes of index, 0 to 15
 *	is_ascii(v)             no lane has its high bit set
 *	is_zero(v)              no lane has any bit set
 *
 * and get check(), which is rtc_utf8_check_vectors() for texts of at least VEC_MIN bytes.
 *
 * Whether two neighbouring bytes may follow each other is said by the first one's two halves and
 * the second one's high half. Each of the three has a table of the faults that it does not rule
 * out, and a fault that none of them rules out is there. Each kind of fault has a bit; two may
 * share one where no first byte could have both. */

enum {
	TOO_SHORT = 0x01,     /* a lead, then no continuation */
	TOO_LONG = 0x02,      /* ASCII, then a continuation */
	OVERLONG_2 = 0x04,    /* C0 and C1 */
	OVERLONG_3 = 0x08,    /* E0, then less than A0 */
	SURROGATE = 0x10,     /* ED, then A0 or more */
	OVERLONG_4 = 0x20,    /* F0, then less than 90 */
	TOO_LARGE_8 = 0x20,   /* F5 or more, then less than 90 */
	TOO_LARGE = 0x40,     /* F4 or more, then 90 or more */
	CONTINUATIONS = 0x80, /* two; a fault unless a lead of three or four bytes is before them */
};

/* What each fault asks of the first byte's low half: nothing, for these. */
#define ANY_LOW (TOO_SHORT | TOO_LONG | CONTINUATIONS)
/* And what any continuation may be, as the second byte. */
#define ANY_SECOND (TOO_LONG | OVERLONG_2 | CONTINUATIONS)

static const uint8_t first_high[16] = {
	TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, /* ASCII */
	CONTINUATIONS, CONTINUATIONS, CONTINUATIONS, CONTINUATIONS,                     /* 80 to BF */
	TOO_SHORT | OVERLONG_2,                                                         /* C0 to CF */
	TOO_SHORT,                                                                      /* D0 to DF */
	TOO_SHORT | OVERLONG_3 | SURROGATE,                                             /* E0 to EF */
	TOO_SHORT | OVERLONG_4 | TOO_LARGE_8 | TOO_LARGE,                               /* F0 to FF */
};

static const uint8_t first_low[16] = {
	ANY_LOW | OVERLONG_2 | OVERLONG_3 | OVERLONG_4, /* 0 */
	ANY_LOW | OVERLONG_2,                           /* 1 */
	ANY_LOW,
	ANY_LOW,
	ANY_LOW | TOO_LARGE, /* 4 */
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
	ANY_LOW | TOO_LARGE | TOO_LARGE_8 | SURROGATE, /* D */
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
	ANY_LOW | TOO_LARGE | TOO_LARGE_8,
};

static const uint8_t second_high[16] = {
	TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
	ANY_SECOND | OVERLONG_3 | OVERLONG_4 | TOO_LARGE_8, /* 80 to 8F */
	ANY_SECOND | OVERLONG_3 | TOO_LARGE,                /* 90 to 9F */
	ANY_SECOND | SURROGATE | TOO_LARGE,                 /* A0 to AF */
	ANY_SECOND | SURROGATE | TOO_LARGE,                 /* B0 to BF */
	TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,         /* leads */
};

/* Three bytes are read before a vector, and one of them may be the first of the text. */
#define VEC_MIN (sizeof(vec) + 3)

static inline VEC_TARGET vec load(const uint8_t *p)
{
	vec v;
	memcpy(&v, p, sizeof(v));
	return v;
}

/* The faults that are known with each of the bytes from p on; three bytes are before it. */
static inline VEC_TARGET vec faults_at(const uint8_t *p)
{
	vec first = load(p - 1);
	vec pair = look_up(first_high, first >> 4) & look_up(first_low, first & 0x0F) &
		look_up(second_high, load(p) >> 4);
	/* The third byte of a code point of three or four, and the fourth of one of four, have a
	 * continuation before them; nothing else may. */
	vec inner = (vec)(load(p - 2) >= 0xE0) | (vec)(load(p - 3) >= 0xF0);
	return pair ^ (inner & CONTINUATIONS);
}

/* Where the code point starts that `end` cuts off, else `end`. What is before `end` has no fault
 * but this. */
static inline const uint8_t *cut_off(const uint8_t *end)
{
	return end[-1] >= 0xC0 ? end - 1 : end[-2] >= 0xE0 ? end - 2 : end[-3] >= 0xF0 ? end - 3 : end;
}

static VEC_TARGET const uint8_t *check(const uint8_t *p, const uint8_t *end)
{
	const uint8_t *last = end - sizeof(vec);
	const uint8_t *start = p;
	/* Until there are three bytes to read before it, or none of them matters. */
	while (!is_ascii(load(p)) && p - start < 3) {
		size_t size = *p < 0x80 ? 1 : rtc_utf8_point_len(p);
		if (size == 0) {
			return NULL;
		}
		p += size;
	}
	vec faults = {0};
	bool open = false; /* the bytes before p may be the start of a code point */
	for (; p < last; p += sizeof(vec)) {
		bool ascii = is_ascii(load(p));
		if (!ascii || open) {
			faults |= faults_at(p);
		}
		open = !ascii;
	}
	/* The last vector may overlap the one before it. */
	if (open || !is_ascii(load(last))) {
		faults |= faults_at(last);
	}
	return is_zero(faults) ? cut_off(end) : NULL;
}

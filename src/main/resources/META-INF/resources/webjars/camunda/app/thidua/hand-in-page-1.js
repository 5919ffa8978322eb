// The page of a duty's files outside of Tasklist: reading, and handing in late.

import { mountPage } from './hand-in-1.js';

const place = document.querySelector('#tep');
mountPage(place, place.dataset.viec);

// The page of a unit's sheet outside of Tasklist.

import { mountPage } from './score-1.js';

const place = document.querySelector('#bang-diem-don-vi');
mountPage(place, place.dataset.nam, place.dataset.donVi);

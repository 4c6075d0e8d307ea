import type { Page } from 'playwright-core'

/**
 * Notes whatever moves by itself in the page from now on: CSS transitions and animations, those of scripts, smooth scrolls.
 * Returns how to read what moved; the time under which nothing is seen to move (1 ms) is left out.
 */
export async function noterLesMouvements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const vus = new Set<string>()
    Object.assign(window, { mouvements: vus })
    const regarder = (): void => {
      for (const animation of document.getAnimations()) {
        const { activeDuration = 0 } = animation.effect?.getComputedTiming() ?? {}
        if (Number(activeDuration) <= 1) continue
        const { target } = animation.effect as KeyframeEffect
        const quoi =
          animation instanceof CSSTransition
            ? animation.transitionProperty
            : animation instanceof CSSAnimation
              ? animation.animationName
              : 'animate()'
        vus.add(`${quoi} sur ${target?.className || target?.tagName || 'rien'}`)
      }
    }
    const suivre = (): void => {
      regarder()
      requestAnimationFrame(suivre)
    }
    suivre()
    for (const debut of ['transitionrun', 'animationstart']) document.addEventListener(debut, regarder, true)
    for (const nom of ['scrollIntoView', 'scrollTo', 'scrollBy'] as const) {
      const defiler = Element.prototype[nom] as (this: Element, options?: unknown) => void
      Object.assign(Element.prototype, {
        [nom](this: Element, options?: unknown) {
          if ((options as ScrollOptions | undefined)?.behavior === 'smooth') vus.add(`${nom} sur ${this.className}`)
          defiler.call(this, options)
        },
      })
    }
  })
  return () => page.evaluate(() => [...(window as unknown as { mouvements: Set<string> }).mouvements])
}

/**
 * What each animated class of the style sheets would still do here: those of what passes too quickly to be met on the way
 * (a list being read, a search that waits, a work whose length is not known).
 */
export const animationsDesFeuilles = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const regles = (liste: CSSRuleList): CSSStyleRule[] =>
      [...liste].flatMap((regle) =>
        regle instanceof CSSStyleRule ? [regle] : 'cssRules' in regle ? regles(regle.cssRules as CSSRuleList) : [],
      )
    return [...document.styleSheets]
      .flatMap((feuille) => regles(feuille.cssRules))
      .filter(({ style }) => !['', 'none'].includes(style.animationName))
      .flatMap(({ selectorText }) => {
        const classes = [...selectorText.matchAll(/\.([\w-]+)/gu)].map(([, nom = '']) => nom)
        const pseudo = /::?(after|before)/u.exec(selectorText)?.[0]
        const essai = document.body.appendChild(document.createElement('div'))
        essai.className = classes.join(' ')
        for (const [, nom = '', valeur = ''] of selectorText.matchAll(/\[([\w-]+)(?:=['"]?([\w-]+)['"]?)?\]/gu))
          essai.setAttribute(nom, valeur)
        const { animationName, animationDuration, animationIterationCount } = getComputedStyle(essai, pseudo)
        const dure = Number.parseFloat(animationDuration) * (animationDuration.endsWith('ms') ? 1 : 1000)
        essai.remove()
        return animationName === 'none' ? [] : [{ selectorText, bouge: dure > 1 || animationIterationCount !== '1' }]
      })
      .map(({ selectorText, bouge }) => `${selectorText} : ${bouge ? 'bouge' : 'immobile'}`)
  })
